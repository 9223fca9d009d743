import { NativeSelect, TextInput } from '@mantine/core';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import type { DiscountForm, problemsOf } from './discount-form.ts';
import classes from './settings.module.css';

export interface DiscountFieldsProps {
  readonly form: DiscountForm;
  readonly problems: ReturnType<typeof problemsOf>;
  readonly onChange: (form: DiscountForm) => void;
}

/** The rule's names, how it is obtained, what it takes off and when. */
export function DiscountWhatFields({ form, problems, onChange }: DiscountFieldsProps) {
  const { t } = useWords();
  const set = (change: Partial<DiscountForm>) => onChange({ ...form, ...change });
  const errorOf = (field: keyof DiscountForm) => {
    const problem = problems[field];
    return problem ? t(`discount.problem.${problem}`) : undefined;
  };
  const textField = (field: 'nameFr' | 'nameEn' | 'code' | 'fromDate' | 'toDate', required = false) => (
    <TextInput
      label={t(`discount.field.${field}`)}
      required={required}
      maxLength={200}
      autoComplete="off"
      placeholder={field.endsWith('Date') ? t('catalogue.datePlaceholder') : undefined}
      value={form[field]}
      error={errorOf(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={classes.section}>
      <legend>{t('discount.section.what')}</legend>
      <div className={classes.grid}>
        {textField('nameFr', true)}
        {textField('nameEn')}
        <NativeSelect
          label={t('discount.field.kind')}
          value={form.kind}
          data={(['percentage', 'amount'] as const).map((kind) => ({
            value: kind,
            label: t(`discount.kind.${kind}`),
          }))}
          onChange={(event) => set({ kind: event.currentTarget.value as DiscountForm['kind'] })}
        />
        {form.kind === 'percentage' ? (
          <TextInput
            label={t('discount.field.percent')}
            required
            inputMode="decimal"
            maxLength={6}
            rightSection="%"
            value={form.percent}
            error={errorOf('percent')}
            onChange={(event) => set({ percent: event.currentTarget.value })}
          />
        ) : (
          <MoneyField
            label={t('discount.field.amount')}
            required
            value={form.amountMinor}
            error={errorOf('amountMinor')}
            onChange={(amountMinor) => set({ amountMinor })}
          />
        )}
        {form.kind === 'amount' && (
          <NativeSelect
            label={t('discount.field.per')}
            value={form.per}
            data={(['line', 'unit', 'invoice'] as const).map((per) => ({
              value: per,
              label: t(`discount.per.${per}`),
            }))}
            onChange={(event) => set({ per: event.currentTarget.value as DiscountForm['per'] })}
          />
        )}
        <NativeSelect
          label={t('discount.field.trigger')}
          value={form.trigger}
          data={(['automatic', 'code', 'coupon'] as const).map((trigger) => ({
            value: trigger,
            label: t(`discount.trigger.${trigger}`),
          }))}
          onChange={(event) => set({ trigger: event.currentTarget.value as DiscountForm['trigger'] })}
        />
        {form.trigger !== 'automatic' && textField('code', true)}
        {form.trigger === 'coupon' && (
          <TextInput
            label={t('discount.field.maximumUses')}
            inputMode="numeric"
            value={form.maximumUses}
            onChange={(event) =>
              set({ maximumUses: event.currentTarget.value.replace(/\D/g, '').slice(0, 6) })
            }
          />
        )}
      </div>
      <div className={classes.grid}>
        {textField('fromDate')}
        {textField('toDate')}
      </div>
    </fieldset>
  );
}
