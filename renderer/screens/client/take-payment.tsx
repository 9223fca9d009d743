import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Balance } from '../../parts/balance.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { EMPTY_DRAFT, type TenderDraft } from '../../parts/tender-draft.ts';
import { type ConfirmedTenders, TenderPanel } from '../../parts/tender-panel.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { goTo, replaceRoute } from '../../shell/router.ts';
import type { SaleDone } from '../counter/counter-state.ts';
import { SaleDonePanel } from '../counter/sale-done.tsx';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';

type OpenItem = AccountRead['openItems'][number];

interface TakePaymentProps {
  readonly clientId: number;
  /** `all`, or the id of the invoice whose items are ticked to begin with. */
  readonly wanted: string;
  /** A planned payment to collect alone: of its item only so much, with change on it. */
  readonly planned: string | null;
}

/** Payment of what an account owes: ticked items first, then the oldest; the rest is a deposit only if said so. */
export function TakePayment({ clientId, wanted, planned }: TakePaymentProps) {
  const plan = useRead('plan.read', { clientId }, { enabled: planned !== null }).data;
  const { data: account, failure } = useRead('client.read', { clientId });
  const [done, setDone] = useState<SaleDone | null>(null);
  if (failure) return <FailureAlert failure={failure} />;
  if (!account) return null;
  if (done) return <SaleDonePanel done={done} onNext={() => replaceRoute('client', clientId)} />;
  if (planned !== null && !plan) return null;
  const row = plan?.payments.find(({ plannedPaymentId }) => String(plannedPaymentId) === planned) ?? null;
  return <PaymentForm account={account} wanted={wanted} planned={row} onDone={setDone} />;
}

type Planned = OutputOf<'plan.read'>['payments'][number];

/** The open items as they are paid: with a planned payment chosen, it alone. */
function payableOf(items: readonly OpenItem[], planned: Planned | null): readonly OpenItem[] {
  if (planned === null) return items;
  const { itemId, dueDate, amountMinor } = planned;
  return items.flatMap((item) =>
    item.itemId === itemId
      ? [{ ...item, dueDate, owedMinor: amountMinor, dues: [{ dueDate, amountMinor }] }]
      : [],
  );
}

interface PaymentFormProps {
  readonly account: AccountRead;
  readonly wanted: string;
  readonly planned: Planned | null;
  readonly onDone: (done: SaleDone) => void;
}

function PaymentForm({ account, wanted, planned, onDone }: PaymentFormProps) {
  const { t, language } = useWords();
  const { client } = account;
  const openItems = payableOf(account.openItems, planned);
  const { clientId } = client;
  const take = useCommand('payment.take', String(clientId));
  const [draft, setDraft] = useState<TenderDraft>(EMPTY_DRAFT);
  const [picked, setPicked] = useState<ReadonlySet<number> | null>(null);
  // until the clerk ticks, it is what was asked for: an invoice just issued may come in after the first answer
  const ticked =
    picked ??
    new Set(
      openItems
        .filter((item) => wanted === 'all' || String(item.invoiceId) === wanted)
        .map((item) => item.itemId),
    );
  const chosen = openItems.filter((item) => ticked.has(item.itemId));
  const allOwedMinor = sumMinor(openItems.map((item) => item.owedMinor));
  // Nothing ticked: the oldest items are paid first
  const dueMinor = chosen.length > 0 ? sumMinor(chosen.map((item) => item.owedMinor)) : allOwedMinor;
  const leave = () => goTo('client', clientId);

  const confirm = async ({ tenders, restAsDeposit }: ConfirmedTenders) => {
    if (!tenders && !take.isUnanswered) return;
    const outcome = await take.run({
      clientId,
      ...(planned
        ? { plannedPaymentIds: [planned.plannedPaymentId] }
        : chosen.length > 0
          ? { itemIds: chosen.map((item) => item.itemId) }
          : {}),
      tenders: tenders ?? [],
      ...(restAsDeposit ? { restAsDeposit } : {}),
    });
    if (outcome?.state === 'in-progress') goTo('counter', null, { sale: outcome.saleId });
    else if (outcome) onDone(outcome);
  };
  const nameOf = (itemId: number) => {
    const item = openItems.find((each) => each.itemId === itemId);
    return item ? `${pickName(item, language)} · ${item.invoiceNumber}` : '';
  };
  return (
    <Page
      title={t('client.pay.title', { name: client.name })}
      lead={<Balance minor={account.balanceMinor} />}
    >
      <div className={classes.pay}>
        <Panel title={t('client.pay.items')}>
          <p className={classes.soft}>{t(openItems.length > 0 ? 'client.pay.lead' : 'client.pay.nothing')}</p>
          <ul className={classes.list}>
            {openItems.map((item) => (
              <Item
                key={item.itemId}
                item={item}
                isTicked={ticked.has(item.itemId)}
                isLocked={take.isRunning || take.isUnanswered}
                onTick={(isTicked) => {
                  const next = new Set(ticked);
                  if (isTicked) next.add(item.itemId);
                  else next.delete(item.itemId);
                  setPicked(next);
                  setDraft(EMPTY_DRAFT);
                }}
              />
            ))}
          </ul>
        </Panel>
        <Panel className={classes.tender}>
          <p className={classes.due}>
            <span>{t('tender.toPay')}</span>
            <Amount minor={dueMinor} size="huge" />
          </p>
          <TenderPanel
            rules={{
              dueMinor,
              depositAvailableMinor: account.depositAvailableMinor,
              creditAvailableMinor: account.creditAvailableMinor,
              clientId,
              allowDeposit: true,
              allowPartPayment: true,
              isPayment: true,
              allOwedMinor,
              items: openItems.map((item) => ({ ...item, ticked: ticked.has(item.itemId) })),
            }}
            draft={draft}
            onDraft={setDraft}
            labelOf={nameOf}
            onConfirm={(confirmed) => void confirm(confirmed)}
            isRunning={take.isRunning}
            isUnanswered={take.isUnanswered}
            failure={take.failure}
            onLeave={leave}
          />
        </Panel>
      </div>
    </Page>
  );
}

interface ItemProps {
  readonly item: OpenItem;
  readonly isTicked: boolean;
  readonly isLocked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

function Item({ item, isTicked, isLocked, onTick }: ItemProps) {
  const { t, language } = useWords();
  const name = pickName(item, language);
  const details = [item.invoiceNumber, item.personName, t('client.due', { date: item.dueDate })];
  return (
    <li>
      <Checkbox
        className={classes.words}
        label={name}
        description={details.filter(Boolean).join(' · ')}
        aria-label={t('client.pay.tick', { name, amount: item.owedMinor })}
        checked={isTicked}
        disabled={isLocked}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <Amount minor={item.owedMinor} strong />
    </li>
  );
}
