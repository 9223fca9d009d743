import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useRead } from '../../connection/use-read.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './rebate.module.css';
import type { RebateForm } from './rebate-form.ts';

interface RebateFieldsProps {
  readonly form: RebateForm;
  readonly onChange: (form: RebateForm) => void;
  readonly isLocked?: boolean;
}

/** How much before tax, under which label, and why. */
export function RebateFields({ form, onChange, isLocked = false }: RebateFieldsProps) {
  const { t, language } = useWords();
  const kinds = useRead('customItem.find', { kind: 'rebate' }).data?.customItems ?? [];
  const set = (change: Partial<RebateForm>) => onChange({ ...form, ...change });
  const choose = (id: number | null) => {
    const usual = kinds.find(({ customItemId }) => customItemId === id)?.defaultAmountMinor ?? null;
    const isFree = form.way === 'amount' && form.amountMinor === null;
    set({ customItemId: id, ...(isFree && usual !== null ? { amountMinor: usual } : {}) });
  };
  return (
    <fieldset className={classes.lines} disabled={isLocked}>
      <SegmentedControl
        fullWidth
        size="md"
        disabled={isLocked}
        aria-label={t('rebate.way.amount')}
        value={form.way}
        data={(['amount', 'percent'] as const).map((way) => ({ value: way, label: t(`rebate.way.${way}`) }))}
        onChange={(way) => set({ way: way as RebateForm['way'] })}
      />
      <div className={classes.two}>
        {form.way === 'amount' ? (
          <MoneyField
            autoFocus
            label={t('rebate.amount')}
            value={form.amountMinor}
            onChange={(amountMinor) => set({ amountMinor })}
          />
        ) : (
          <TextInput
            data-autofocus
            label={t('rebate.percent')}
            inputMode="decimal"
            value={form.percentText}
            rightSection="%"
            onChange={(event) => set({ percentText: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t('rebate.label')}
          value={form.customItemId ?? ''}
          data={[
            { value: '', label: t('rebate.plain') },
            ...kinds.map((kind) => ({ value: String(kind.customItemId), label: pickName(kind, language) })),
          ]}
          onChange={(event) => choose(Number(event.currentTarget.value) || null)}
        />
      </div>
      <TextInput
        label={t('rebate.reason')}
        description={t('rebate.reasonHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required={form.customItemId === null}
        maxLength={200}
        value={form.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
    </fieldset>
  );
}
