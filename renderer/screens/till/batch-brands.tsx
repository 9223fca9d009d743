import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { brandName } from '../../../shared/domain/card-brand.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import { type BrandDraft, countText, emptyBrand, SLIP_BRANDS } from './batch-draft.ts';
import classes from './till.module.css';

interface Props {
  brands: readonly BrandDraft[];
  isLocked: boolean;
  onChange: (brands: BrandDraft[]) => void;
}

/** What the slip prints by brand, where it does: an empty field is 0, and all of them make the slip's own sums. */
export function BatchBrands({ brands, isLocked, onChange }: Props) {
  const { t } = useWords();
  const unused = SLIP_BRANDS.find((code) => !brands.some((row) => row.brand === code));
  const change = (index: number, to: Partial<BrandDraft>) =>
    onChange(brands.map((row, place) => (place === index ? { ...row, ...to } : row)));
  return (
    <>
      {brands.map((row, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in the grid's row
        <div key={row.brand} role="group" aria-label={brandName(row.brand)} className={classes.stack}>
          <div className={classes.halves}>
            <NativeSelect
              label={t('batchSlip.brands.brand')}
              value={row.brand}
              disabled={isLocked}
              onChange={(event) => change(index, { brand: event.currentTarget.value })}
            >
              {SLIP_BRANDS.filter(
                (code) => code === row.brand || !brands.some((each) => each.brand === code),
              ).map((code) => (
                <option key={code} value={code}>
                  {brandName(code)}
                </option>
              ))}
            </NativeSelect>
            <Button
              variant="default"
              style={{ alignSelf: 'end' }}
              leftSection={<IconTrash size={18} aria-hidden="true" />}
              disabled={isLocked}
              onClick={() => onChange(brands.filter((_, place) => place !== index))}
            >
              {t('batchSlip.brands.remove', { brand: brandName(row.brand) })}
            </Button>
            <TextInput
              inputMode="numeric"
              label={t('batchSlip.salesCount')}
              maxLength={5}
              value={row.salesCount}
              disabled={isLocked}
              onChange={(event) => change(index, { salesCount: countText(event.currentTarget.value) })}
            />
            <MoneyField
              label={t('batchSlip.salesSum')}
              value={row.salesMinor}
              disabled={isLocked}
              onChange={(salesMinor) => change(index, { salesMinor })}
            />
            <TextInput
              inputMode="numeric"
              label={t('batchSlip.refundsCount')}
              maxLength={5}
              value={row.refundsCount}
              disabled={isLocked}
              onChange={(event) => change(index, { refundsCount: countText(event.currentTarget.value) })}
            />
            <MoneyField
              label={t('batchSlip.refundsSum')}
              value={row.refundsMinor}
              disabled={isLocked}
              onChange={(refundsMinor) => change(index, { refundsMinor })}
            />
          </div>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          disabled={isLocked || unused === undefined}
          onClick={() => unused && onChange([...brands, emptyBrand(unused)])}
        >
          {t('batchSlip.brands.add')}
        </Button>
      </div>
    </>
  );
}
