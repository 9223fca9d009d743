import { Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import type { ProductForm, problemsOf } from './product-form.ts';
import classes from './settings.module.css';

export const PRODUCT_TYPES = [
  'activity',
  'membership',
  'pass',
  'merchandise',
  'rental',
  'donation',
  'fee',
] as const;
const TAX_CLASSES = ['taxable', 'exempt', 'zero'] as const;

export interface ProductFieldsProps {
  form: ProductForm;
  problems: ReturnType<typeof problemsOf>;
  failure: Failure | null;
  onChange: (form: ProductForm) => void;
}

/** What is sold: names, price, taxes, ledger code and stock. */
export function ProductSaleFields(props: ProductFieldsProps & { isNew: boolean }) {
  const { form, isNew, problems, failure, onChange } = props;
  const { t, i18n } = useWords();
  const set = (change: Partial<ProductForm>) => onChange({ ...form, ...change });
  const errorOf = (field: string) => {
    const problem = problems[field];
    return problem ? t(`catalogue.problem.${problem}`) : problemOf(i18n, failure, field);
  };
  return (
    <fieldset className={classes.section}>
      <legend>{t('catalogue.section.sale')}</legend>
      <div className={classes.grid}>
        <TextInput
          data-autofocus
          required
          label={t('catalogue.field.nameFr')}
          maxLength={200}
          value={form.nameFr}
          error={errorOf('nameFr')}
          onChange={(event) => set({ nameFr: event.currentTarget.value })}
        />
        <TextInput
          label={t('catalogue.field.nameEn')}
          maxLength={200}
          value={form.nameEn}
          error={errorOf('nameEn')}
          onChange={(event) => set({ nameEn: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('catalogue.field.type')}
          value={form.type}
          onChange={(event) => set({ type: event.currentTarget.value as ProductForm['type'] })}
          data={PRODUCT_TYPES.map((type) => ({ value: type, label: t(`catalogue.type.${type}`) }))}
        />
        <MoneyField
          required
          label={t('catalogue.field.price')}
          value={form.priceMinor}
          error={errorOf('priceMinor')}
          onChange={(priceMinor) => set({ priceMinor })}
        />
        <NativeSelect
          label={t('catalogue.field.taxClass')}
          value={form.taxClass}
          onChange={(event) => set({ taxClass: event.currentTarget.value as ProductForm['taxClass'] })}
          data={TAX_CLASSES.map((taxClass) => ({ value: taxClass, label: t(`catalogue.tax.${taxClass}`) }))}
        />
        <TextInput
          required
          label={t('catalogue.field.ledgerCode')}
          description={t('catalogue.ledgerCodeHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={20}
          value={form.ledgerCode}
          error={errorOf('ledgerCode')}
          onChange={(event) => set({ ledgerCode: event.currentTarget.value })}
        />
        <TextInput
          required
          label={t('catalogue.field.code')}
          maxLength={60}
          value={form.code}
          error={errorOf('code')}
          onChange={(event) => set({ code: event.currentTarget.value })}
        />
        <TextInput
          data-takes-scan
          label={t('catalogue.field.barcode')}
          maxLength={60}
          value={form.barcode}
          error={errorOf('barcode')}
          onChange={(event) => set({ barcode: event.currentTarget.value })}
        />
        <Checkbox
          classNames={{ body: classes.check }}
          label={t('catalogue.field.isStockTracked')}
          checked={form.isStockTracked}
          onChange={(event) => set({ isStockTracked: event.currentTarget.checked })}
        />
        <Checkbox
          classNames={{ body: classes.check }}
          label={t('rebate.rule.product')}
          checked={form.fullPayment}
          onChange={(event) => set({ fullPayment: event.currentTarget.checked })}
        />
        {isNew && form.isStockTracked ? (
          <TextInput
            label={t('catalogue.field.openingStock')}
            inputMode="numeric"
            value={form.openingStock}
            error={errorOf('openingStockQuantity')}
            onChange={(event) =>
              set({ openingStock: event.currentTarget.value.replace(/\D/g, '').slice(0, 6) })
            }
          />
        ) : null}
        {isNew ? null : (
          <Switch
            size="md"
            label={t('catalogue.field.active')}
            checked={form.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
        )}
      </div>
    </fieldset>
  );
}
