import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { FEE_TAX_MODES, type FeeTaxMode } from '../../../shared/domain/cancellation-fee.ts';
import { useRead } from '../../connection/use-read.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './cancel.module.css';
import { type FeeForm, type ItemForm, parsePercent } from './cancel-form.ts';

interface Props {
  form: ItemForm;
  isLocked: boolean;
  onChange: (fee: FeeForm | null) => void;
}

/** What is kept of the credit: its kind gives the label and the ledger code, its tax mode how taxes meet it. */
export function CancelFee({ form: { fee }, isLocked, onChange }: Props) {
  const { t, language } = useWords();
  const found = useRead('customItem.find', { kind: 'fee' });
  const kinds = found.data?.customItems ?? [];
  const first = kinds[0];
  const begin = () =>
    onChange({
      customItemId: first?.customItemId ?? null,
      way: 'amount',
      amountMinor: first?.defaultAmountMinor ?? null,
      percentText: '',
      taxMode: first?.defaultAmountMinor ? 'added' : 'included',
    });
  const set = (change: Partial<FeeForm>) => fee && onChange({ ...fee, ...change });
  return (
    <>
      <Checkbox
        classNames={{ body: classes.tick }}
        label={t('cancel.fee.keep')}
        checked={fee !== null}
        disabled={isLocked}
        onChange={(event) => (event.currentTarget.checked ? begin() : onChange(null))}
      />
      {fee ? (
        <div className={classes.grid}>
          {kinds.length > 0 ? (
            <NativeSelect
              label={t('cancel.fee.item')}
              disabled={isLocked}
              value={String(fee.customItemId ?? '')}
              data={kinds.map((kind) => ({
                value: String(kind.customItemId),
                label: pickName(kind, language),
              }))}
              onChange={(event) => set({ customItemId: Number(event.currentTarget.value) })}
            />
          ) : (
            <p className={classes.soft}>{t('cancel.fee.none')}</p>
          )}
          <NativeSelect
            label={t('cancel.fee.tax')}
            disabled={isLocked}
            value={fee.taxMode}
            data={FEE_TAX_MODES.map((mode) => ({ value: mode, label: t(`cancel.fee.taxMode.${mode}`) }))}
            onChange={(event) => set({ taxMode: event.currentTarget.value as FeeTaxMode })}
          />
          <div>
            <div className={classes.label}>{t('cancel.fee.way')}</div>
            <SegmentedControl
              fullWidth
              aria-label={t('cancel.fee.way')}
              disabled={isLocked}
              value={fee.way}
              data={(['amount', 'percent'] as const).map((way) => ({
                value: way,
                label: t(`cancel.fee.${way}`),
              }))}
              onChange={(way) => set({ way: way as FeeForm['way'] })}
            />
          </div>
          {fee.way === 'amount' ? (
            <MoneyField
              required
              autoFocus
              label={t('cancel.fee.amountLabel')}
              disabled={isLocked}
              value={fee.amountMinor}
              onChange={(amountMinor) => set({ amountMinor })}
            />
          ) : (
            <TextInput
              required
              autoFocus
              label={t('cancel.fee.percentLabel')}
              inputMode="decimal"
              rightSection="%"
              disabled={isLocked}
              value={fee.percentText}
              error={
                fee.percentText.trim() !== '' && parsePercent(fee.percentText) === null
                  ? t('cancel.percentInvalid')
                  : undefined
              }
              onChange={(event) => set({ percentText: event.currentTarget.value })}
            />
          )}
        </div>
      ) : null}
    </>
  );
}
