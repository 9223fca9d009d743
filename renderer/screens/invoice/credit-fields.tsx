import { NumberInput, Radio, TextInput } from '@mantine/core';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { useRefusalText } from '../../connection/use-refusal-text.ts';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import { CREDIT_WAYS, type CreditForm, type CreditWay, parsePercent } from './credit-ask.ts';
import classes from './invoice.module.css';
import type { ItemRead } from './item-table.tsx';

interface Props {
  item: ItemRead;
  form: CreditForm;
  isLocked: boolean;
  failure: Failure | null;
  onChange: (form: CreditForm) => void;
}

/** How much of the item: all that is left, a percentage of the original, an amount with taxes, or units. */
export function CreditFields({ item, form, isLocked, failure, onChange }: Props) {
  const { t } = useWords();
  const describe = useRefusalText();
  const problem = failure ? describe(failure) : undefined;
  const ways = CREDIT_WAYS.filter((way) => way !== 'units' || item.quantity > 1);
  const set = (change: Partial<CreditForm>) => onChange({ ...form, ...change });
  const percentWrong = form.percentText.trim() !== '' && parsePercent(form.percentText) === null;
  return (
    <div className={classes.stack}>
      <Radio.Group
        label={t('invoice.cancel.how')}
        value={form.way}
        error={form.way === 'all' ? problem : undefined}
        onChange={(way) => set({ way: way as CreditWay })}
      >
        <div className={classes.radios}>
          {ways.map((way) => (
            <Radio
              key={way}
              value={way}
              disabled={isLocked}
              label={t(`invoice.cancel.${way}`)}
              classNames={{ body: classes.radio }}
            />
          ))}
        </div>
      </Radio.Group>
      {form.way === 'percent' ? (
        <TextInput
          autoFocus
          required
          label={t('invoice.cancel.percentLabel')}
          inputMode="decimal"
          rightSection="%"
          disabled={isLocked}
          value={form.percentText}
          error={percentWrong ? t('invoice.cancel.percentInvalid') : problem}
          onChange={(event) => set({ percentText: event.currentTarget.value })}
        />
      ) : null}
      {form.way === 'amount' ? (
        <MoneyField
          autoFocus
          required
          label={t('invoice.cancel.amountLabel')}
          description={t('invoice.cancel.left', { amount: item.totalMinor - item.creditedMinor })}
          disabled={isLocked}
          value={form.amountMinor}
          error={problem}
          onChange={(amountMinor) => set({ amountMinor })}
        />
      ) : null}
      {form.way === 'units' ? (
        <NumberInput
          autoFocus
          required
          label={t('invoice.cancel.unitsLabel')}
          description={t('invoice.cancel.unitsHelp', { quantity: item.quantity })}
          min={1}
          max={item.quantity}
          clampBehavior="strict"
          allowDecimal={false}
          disabled={isLocked}
          value={form.units ?? ''}
          error={problem}
          onChange={(value) => set({ units: Number(value) || null })}
        />
      ) : null}
    </div>
  );
}
