import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import type { PeriodForm, PeriodProblem } from './policy-form.ts';
import classes from './settings.module.css';

interface Props {
  number: number;
  period: PeriodForm;
  problem: PeriodProblem | null;
  onChange: (period: PeriodForm) => void;
  onRemove: () => void;
}

/** One period of a policy: from when, what comes back, what is kept. */
export function PolicyPeriod({ number, period, problem, onChange, onRemove }: Props) {
  const { t } = useWords();
  const set = (change: Partial<PeriodForm>) => onChange({ ...period, ...change });
  const hasBoth = period.flatMinor !== null && period.percentText.trim() !== '';
  return (
    <fieldset className={classes.section}>
      <legend>{t('cancel.policies.period', { number })}</legend>
      <div className={classes.grid}>
        {number === 1 ? (
          <p className={classes.strong}>{t('cancel.policies.fromSale')}</p>
        ) : (
          <TextInput
            required
            label={t('cancel.policies.fromDay')}
            inputMode="numeric"
            maxLength={5}
            value={period.fromText}
            error={problem === 'day' ? t('cancel.policies.dayOrder') : undefined}
            onChange={(event) => set({ fromText: event.currentTarget.value })}
          />
        )}
        <TextInput
          required
          label={t('cancel.policies.credit')}
          inputMode="decimal"
          maxLength={6}
          rightSection="%"
          value={period.creditText}
          error={problem === 'credit' ? t('cancel.policies.creditWrong') : undefined}
          onChange={(event) => set({ creditText: event.currentTarget.value })}
        />
        <MoneyField
          label={t('cancel.policies.flat')}
          value={period.flatMinor}
          onChange={(flatMinor) => set({ flatMinor })}
        />
        <TextInput
          label={t('cancel.policies.percent')}
          inputMode="decimal"
          maxLength={6}
          rightSection="%"
          value={period.percentText}
          error={problem === 'percent' ? t('cancel.percentInvalid') : undefined}
          onChange={(event) => set({ percentText: event.currentTarget.value })}
        />
        {hasBoth ? (
          <NativeSelect
            label={t('cancel.policies.take')}
            value={period.take}
            data={(['lesser', 'greater'] as const).map((take) => ({
              value: take,
              label: t(`cancel.policies.takeChoice.${take}`),
            }))}
            onChange={(event) => set({ take: event.currentTarget.value as PeriodForm['take'] })}
          />
        ) : null}
        <Checkbox
          classNames={{ body: classes.check }}
          label={t('cancel.policies.prorated')}
          checked={period.isProrated}
          onChange={(event) => set({ isProrated: event.currentTarget.checked })}
        />
      </div>
      {number === 1 ? null : (
        <Button variant="subtle" onClick={onRemove}>
          {t('cancel.policies.removePeriod', { number })}
        </Button>
      )}
    </fieldset>
  );
}
