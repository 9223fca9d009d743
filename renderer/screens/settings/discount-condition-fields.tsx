import { MultiSelect, NativeSelect, Switch, TagsInput, TextInput } from '@mantine/core';
import { useRead } from '../../connection/use-read.ts';
import { pickName, useWords } from '../../shell/language.ts';
import type { DiscountForm } from './discount-form.ts';
import { DiscountPeople } from './discount-people.tsx';
import type { DiscountFieldsProps } from './discount-what-fields.tsx';
import { PRODUCT_TYPES } from './product-sale-fields.tsx';
import classes from './settings.module.css';

const SHOWN = 1_000;

/** On what, for whom, and how the rule stands with the others. */
export function DiscountConditionFields({ form, problems, onChange }: DiscountFieldsProps) {
  const { t, language } = useWords();
  const products = useRead('product.find', { limit: SHOWN, includeInactive: true }).data?.products ?? [];
  const set = (change: Partial<DiscountForm>) => onChange({ ...form, ...change });
  const errorOf = (field: keyof DiscountForm) => {
    const problem = problems[field];
    return problem ? t(`discount.problem.${problem}`) : undefined;
  };
  const choices = products.map((product) => ({
    value: String(product.productId),
    label: pickName(product, language),
  }));
  const isMembership = new Set(
    products.filter(({ type }) => type === 'membership').map(({ productId }) => String(productId)),
  );
  const numberField = (field: 'ageMinimum' | 'ageMaximum' | 'priority') => (
    <TextInput
      label={t(`discount.field.${field}`)}
      inputMode="numeric"
      value={form[field]}
      error={errorOf(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value.replace(/\D/g, '').slice(0, 4) })}
    />
  );
  const textField = (field: 'location' | 'exclusiveGroup' | 'ledgerCode', description?: string) => (
    <TextInput
      label={t(`discount.field.${field}`)}
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={field === 'ledgerCode' ? 20 : 200}
      value={form[field]}
      error={errorOf(field)}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <fieldset className={classes.section}>
        <legend>{t('discount.section.where')}</legend>
        <div className={classes.grid}>
          <MultiSelect
            label={t('discount.field.products')}
            placeholder={form.productIds.length === 0 ? t('discount.anyProduct') : undefined}
            searchable
            limit={50}
            data={choices}
            value={[...form.productIds]}
            error={errorOf('productIds')}
            onChange={(productIds) => set({ productIds })}
          />
          <MultiSelect
            label={t('discount.field.types')}
            placeholder={form.productTypes.length === 0 ? t('discount.anyProduct') : undefined}
            data={PRODUCT_TYPES.map((type) => ({ value: type, label: t(`catalogue.type.${type}`) }))}
            value={[...form.productTypes]}
            onChange={(productTypes) => set({ productTypes })}
          />
          <NativeSelect
            label={t('discount.field.reach')}
            value={form.reach}
            data={(['each-item', 'later-persons', 'combo'] as const).map((reach) => ({
              value: reach,
              label: t(`discount.reach.${reach}`),
            }))}
            onChange={(event) => set({ reach: event.currentTarget.value as DiscountForm['reach'] })}
          />
          {textField('location')}
        </div>
      </fieldset>
      <fieldset className={classes.section}>
        <legend>{t('discount.section.who')}</legend>
        <div className={classes.grid}>
          {numberField('ageMinimum')}
          {numberField('ageMaximum')}
          <TagsInput
            label={t('discount.field.tags')}
            value={[...form.tags]}
            maxTags={50}
            onChange={(tags) => set({ tags })}
          />
          <MultiSelect
            label={t('discount.field.memberships')}
            searchable
            data={choices.filter(({ value }) => isMembership.has(value))}
            value={[...form.membershipIds]}
            onChange={(membershipIds) => set({ membershipIds })}
          />
        </div>
        <DiscountPeople people={form.people} onChange={(people) => set({ people })} />
      </fieldset>
      <fieldset className={classes.section}>
        <legend>{t('discount.section.order')}</legend>
        <div className={classes.grid}>
          {numberField('priority')}
          {textField('exclusiveGroup', t('discount.field.exclusiveHelp'))}
          <Switch
            size="md"
            label={t('discount.field.isCombinable')}
            checked={form.isCombinable}
            onChange={(event) => set({ isCombinable: event.currentTarget.checked })}
          />
          {textField('ledgerCode')}
        </div>
      </fieldset>
    </>
  );
}
