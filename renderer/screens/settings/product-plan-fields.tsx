import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { INSTALMENTS_MAX, PLAN_STEPS, type PlanStep } from '../../../shared/domain/instalment.ts';
import { useWords } from '../../shell/language.ts';
import type { ProductForm } from './product-form.ts';
import classes from './settings.module.css';

type Plan = ProductForm['plan'];
type Option = NonNullable<Plan>['options'][number];

/** The ways to pay a product by instalments; none leaves it without a plan (domain.md §2). */
export function ProductPlanFields({ plan, onChange }: { plan: Plan; onChange: (plan: Plan) => void }) {
  const { t } = useWords();
  const options = plan?.options ?? [];
  const give = (next: Option[]) => onChange(next.length === 0 ? undefined : { options: next });
  const set = (at: number, next: Option) => give(options.map((each, index) => (index === at ? next : each)));
  return (
    <fieldset className={classes.section}>
      <legend>{t('plan.product.legend')}</legend>
      <p className={classes.soft}>{t('plan.product.lead')}</p>
      {options.map((option, index) => (
        <div key={index} className={classes.grid}>
          <TextInput
            required
            label={t('plan.product.name', { row: index + 1 })}
            maxLength={200}
            value={option.nameFr}
            onChange={(event) => set(index, { ...option, nameFr: event.currentTarget.value })}
          />
          {'count' in option ? (
            <>
              <NumberInput
                label={t('plan.make.count')}
                min={2}
                max={INSTALMENTS_MAX}
                clampBehavior="strict"
                allowDecimal={false}
                value={option.count}
                onChange={(value) => set(index, { ...option, count: Number(value) || 2 })}
              />
              <NativeSelect
                label={t('plan.make.every')}
                value={option.every}
                data={PLAN_STEPS.map((value) => ({ value, label: t(`plan.make.step.${value}`) }))}
                onChange={(event) => set(index, { ...option, every: event.currentTarget.value as PlanStep })}
              />
            </>
          ) : (
            <p className={classes.soft}>{t('plan.product.dates', { dates: option.dates.join(', ') })}</p>
          )}
          <ActionIcon
            size={44}
            variant="subtle"
            color="dark"
            aria-label={t('plan.product.remove', { row: index + 1 })}
            onClick={() => give(options.filter((_, at) => at !== index))}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden="true" />}
        onClick={() => give([...options, { nameFr: '', count: 3, every: 'month' }])}
      >
        {t('plan.product.add')}
      </Button>
    </fieldset>
  );
}
