import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRead } from '../../connection/use-read.ts';
import { pickName, useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import { DATE_FIELDS, type DetailField, NUMBER_FIELDS } from './product-form.ts';
import { ProductPlanFields } from './product-plan-fields.tsx';
import type { ProductFieldsProps } from './product-sale-fields.tsx';
import classes from './settings.module.css';

const ACTIVITY_FIELDS: readonly DetailField[] = [
  'startDate',
  'endDate',
  'occurrences',
  'capacity',
  'ageMinimum',
  'ageMaximum',
  'registrationOpensOn',
  'registrationClosesOn',
  'location',
  'schedule',
];

/** What later rules need of a product: dates, places, ages, registration window, policy and plan. */
export function ProductDetailFields({ form, problems, failure, onChange }: ProductFieldsProps) {
  const { t, i18n, language } = useWords();
  const listed = useRead('policy.list', { includeInactive: true });
  // one out of use is shown where it still stands, so that it is not lost unseen
  const policies = (listed.data?.policies ?? []).filter(
    (policy) => policy.active || policy.policyId === form.policyId,
  );
  const set = (field: DetailField, value: string) =>
    onChange({ ...form, details: { ...form.details, [field]: value } });
  const errorOf = (field: DetailField) => {
    const problem = problems[field];
    return problem ? t(`catalogue.problem.${problem}`) : problemOf(i18n, failure, `details.${field}`);
  };
  const inputOf = (field: DetailField) => {
    const isDate = (DATE_FIELDS as readonly string[]).includes(field);
    const isNumber = (NUMBER_FIELDS as readonly string[]).includes(field);
    return (
      <TextInput
        key={field}
        label={t(`catalogue.field.${field}`)}
        // typed, not picked: a browser's own date field speaks the machine's language, not the clerk's
        placeholder={isDate ? t('catalogue.datePlaceholder') : undefined}
        inputMode={isNumber || isDate ? 'numeric' : undefined}
        maxLength={isDate ? 10 : 200}
        value={form.details[field]}
        error={errorOf(field)}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          set(field, isNumber ? typed.replace(/\D/g, '').slice(0, 4) : typed);
        }}
      />
    );
  };
  return (
    <>
      <fieldset className={classes.section}>
        <legend>{t('catalogue.section.activity')}</legend>
        <div className={classes.grid}>{ACTIVITY_FIELDS.map(inputOf)}</div>
      </fieldset>
      <ProductPlanFields plan={form.plan} onChange={(plan) => onChange({ ...form, plan })} />
      <fieldset className={classes.section}>
        <legend>{t('catalogue.section.rules')}</legend>
        <div className={classes.grid}>
          <NativeSelect
            label={t('catalogue.field.policy')}
            value={String(form.policyId ?? '')}
            data={[
              { value: '', label: t('catalogue.noPolicy') },
              ...policies.map((policy) => ({
                value: String(policy.policyId),
                label: pickName(policy, language),
              })),
            ]}
            onChange={(event) => onChange({ ...form, policyId: Number(event.currentTarget.value) || null })}
          />
          <Textarea
            className={classes.whole}
            label={t('catalogue.field.description')}
            maxLength={2000}
            value={form.details.description}
            error={errorOf('description')}
            onChange={(event) => set('description', event.currentTarget.value)}
          />
        </div>
      </fieldset>
    </>
  );
}
