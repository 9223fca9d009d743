import { Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { MoneyField } from '../../parts/money-field.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './cancel.module.css';
import { CancelFee } from './cancel-fee.tsx';
import { CREDIT_WAYS, type CreditWay, type ItemForm, parsePercent } from './cancel-form.ts';
import { CancelPolicy } from './cancel-policy.tsx';
import type { ItemRead } from './item-table.tsx';
import type { CancelState } from './use-cancel.ts';

/** One item of the invoice: ticked or not, how much of it comes back, and what is kept. */
export function CancelItem({ item, state }: { item: ItemRead; state: CancelState }) {
  const { t, language } = useWords();
  const name = pickName(item, language);
  const isTicked = state.ticked.includes(item.itemId);
  const leftMinor = item.totalMinor - item.creditedMinor;
  return (
    <div className={classes.item} data-ticked={isTicked || undefined}>
      <Checkbox
        classNames={{ body: classes.tick, label: classes.tickLabel }}
        checked={isTicked}
        disabled={state.isLocked}
        aria-label={t('cancel.tick', { name })}
        label={
          <span className={classes.spread}>
            <span>
              <strong>{name}</strong>
              {item.personName ? <span className={classes.soft}> · {item.personName}</span> : null}
            </span>
            <span className={classes.soft}>
              {leftMinor === 0 ? t('cancel.placeOnly') : t('cancel.left', { amount: leftMinor })}
            </span>
          </span>
        }
        onChange={(event) => state.tick(item.itemId, event.currentTarget.checked)}
      />
      {isTicked && !state.isStillOwed && leftMinor > 0 ? <ItemFields item={item} state={state} /> : null}
    </div>
  );
}

function ItemFields({ item, state }: { item: ItemRead; state: CancelState }) {
  const { t, language } = useWords();
  const form = state.formOf(item.itemId);
  const set = (change: Partial<ItemForm>) => state.setForm(item.itemId, { ...form, ...change });
  const hasPolicy = state.hasPolicy(item.itemId);
  const ways: readonly CreditWay[] = [
    ...(hasPolicy ? (['policy'] as const) : []),
    ...CREDIT_WAYS.filter((way) => way !== 'units' || item.quantity > 1),
  ];
  const isPercentWrong = form.percentText.trim() !== '' && parsePercent(form.percentText) === null;
  return (
    <div className={classes.fields}>
      <SegmentedControl
        fullWidth
        aria-label={`${t('cancel.how')} ${pickName(item, language)}`}
        disabled={state.isLocked}
        value={form.way}
        data={ways.map((way) => ({ value: way, label: t(`cancel.way.${way}`) }))}
        onChange={(way) => set({ way: way as CreditWay })}
      />
      {form.way === 'percent' ? (
        <TextInput
          required
          autoFocus
          label={t('cancel.percentLabel')}
          inputMode="decimal"
          rightSection="%"
          disabled={state.isLocked}
          value={form.percentText}
          error={isPercentWrong ? t('cancel.percentInvalid') : undefined}
          onChange={(event) => set({ percentText: event.currentTarget.value })}
        />
      ) : null}
      {form.way === 'amount' ? (
        <MoneyField
          required
          autoFocus
          label={t('cancel.amountLabel')}
          disabled={state.isLocked}
          value={form.amountMinor}
          onChange={(amountMinor) => set({ amountMinor })}
        />
      ) : null}
      {form.way === 'units' ? (
        <NumberInput
          required
          autoFocus
          label={t('cancel.unitsLabel')}
          description={t('cancel.unitsHelp', { quantity: item.quantity })}
          min={1}
          max={item.quantity}
          clampBehavior="strict"
          allowDecimal={false}
          disabled={state.isLocked}
          value={form.units ?? ''}
          onChange={(value) => set({ units: Number(value) || null })}
        />
      ) : null}
      {hasPolicy ? <CancelPolicy itemId={item.itemId} form={form} state={state} onChange={set} /> : null}
      {form.way === 'policy' ? null : (
        <CancelFee form={form} isLocked={state.isLocked} onChange={(fee) => set({ fee })} />
      )}
      {item.productType === 'merchandise' ? (
        <NumberInput
          label={t('cancel.restock')}
          min={0}
          max={item.quantity}
          clampBehavior="strict"
          allowDecimal={false}
          disabled={state.isLocked}
          value={form.restock}
          onChange={(value) => set({ restock: Number(value) || 0 })}
        />
      ) : null}
    </div>
  );
}
