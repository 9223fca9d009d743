import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatMoney } from '../../../shared/i18n/format.ts';
import { useCommand } from '../../connection/use-command.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';

type Plan = OutputOf<'allocation.plan'>;

interface LinkByHandProps {
  readonly plan: Plan;
  readonly account: AccountRead;
}

const keyOf = ({ kind, id }: Plan['sources'][number]) => `${kind} ${id}`;

/** One source to one item, for the amount the clerk says; the preview above follows at once. */
export function LinkByHand({ plan, account }: LinkByHandProps) {
  const { t, language } = useWords();
  const command = useCommand('allocation.link', String(account.client.clientId));
  const [sourceKey, setSourceKey] = useState('');
  const [itemKey, setItemKey] = useState('');
  const [amountMinor, setAmountMinor] = useState<number | null>(null);
  const [linkedMinor, setLinkedMinor] = useState<number | null>(null);
  const source = plan.sources.find((each) => keyOf(each) === sourceKey) ?? plan.sources[0];
  const item = account.openItems.find((each) => String(each.itemId) === itemKey) ?? account.openItems[0];
  const link = async () => {
    if (!source || !item) return;
    setLinkedMinor(null);
    const answer = await command.run({
      source: source.kind === 'deposit' ? { paymentId: source.id } : { memoId: source.id },
      itemId: item.itemId,
      ...(amountMinor === null ? {} : { amountMinor }),
    });
    if (!answer) return;
    setAmountMinor(null);
    setLinkedMinor(answer.amountMinor);
  };
  return (
    <fieldset className={classes.byHand}>
      <legend>{t('client.reconcile.byHand')}</legend>
      <div className={classes.grid}>
        <NativeSelect
          label={t('client.reconcile.source')}
          value={source ? keyOf(source) : ''}
          data={plan.sources.map((each) => ({
            value: keyOf(each),
            label: `${t(`client.reconcile.${each.kind === 'deposit' ? 'deposit' : 'memo'}`, { number: each.number })} · ${formatMoney(each.openMinor - each.heldMinor, language)}`,
          }))}
          onChange={(event) => setSourceKey(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('client.reconcile.item')}
          value={item ? String(item.itemId) : ''}
          data={account.openItems.map((each) => ({
            value: String(each.itemId),
            label: `${pickName(each, language)} · ${each.invoiceNumber} · ${formatMoney(each.owedMinor, language)}`,
          }))}
          onChange={(event) => setItemKey(event.currentTarget.value)}
        />
        <MoneyField label={t('client.reconcile.amount')} value={amountMinor} onChange={setAmountMinor} />
        <div className={classes.atEnd}>
          <Button variant="default" loading={command.isRunning} onClick={() => void link()}>
            {t('client.reconcile.link')}
          </Button>
        </div>
      </div>
      {linkedMinor === null ? null : (
        <p role="status">{t('client.reconcile.linked', { amount: linkedMinor })}</p>
      )}
      <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
    </fieldset>
  );
}
