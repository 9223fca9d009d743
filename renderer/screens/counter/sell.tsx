import { Button } from '@mantine/core';
import { useRef } from 'react';
import { localDateOf } from '../../../shared/domain/local-time.ts';
import { useCustomerDisplay } from '../../connection/customer-display.ts';
import { useHasRole } from '../../connection/session.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { TenderPanel } from '../../parts/tender-panel.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { ApprovalDialog } from '../approval/approval-dialog.tsx';
import { Cart } from './cart.tsx';
import { dueNowMinor, isComplete, itemsOf, OVERDUE_ITEM, openItemsOf } from './cart-amounts.ts';
import { displayOfCart } from './cart-display.ts';
import { Catalogue } from './catalogue.tsx';
import classes from './counter.module.css';
import { CounterClient } from './counter-client.tsx';
import { setDraft, useCounter } from './counter-state.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { usePricedCart } from './use-priced-cart.ts';
import { useSaleConfirm } from './use-sale-confirm.ts';

/** Client, catalogue, cart and payment, side by side. */
export function Sell() {
  const { t, language } = useWords();
  const organisation = useOrganisation();
  const { clientId, lines, codes, draft, rebate, overrides, paysOverdue } = useCounter();
  const isSupervisor = useHasRole('supervisor');
  const account = useRead('client.read', { clientId: clientId ?? 1 }, { enabled: clientId !== null }).data;
  const tills = useRead('till.list', {}).data?.tills;
  const search = useRef<HTMLInputElement>(null);
  const localDate = localDateOf(new Date().toISOString(), organisation?.timeZone ?? 'America/Toronto');
  const cart = usePricedCart(localDate);
  const isNamed = clientId !== null;
  const overdueMinor = paysOverdue ? (cart.unpaid?.dueMinor ?? 0) : 0;
  const mayPayLater =
    isSupervisor || !cart.needsFullPayment || overrides.some(({ kind }) => kind === 'part-payment');
  const items = openItemsOf(cart, localDate, overdueMinor);
  const rules = {
    dueMinor: dueNowMinor(items, localDate),
    allOwedMinor: cart.totalMinor + overdueMinor,
    today: localDate,
    depositAvailableMinor: isNamed ? (account?.depositAvailableMinor ?? 0) : 0,
    creditAvailableMinor: isNamed ? (account?.creditAvailableMinor ?? 0) : 0,
    clientId: clientId ?? undefined,
    allowDeposit: isNamed,
    allowPartPayment: isNamed && mayPayLater,
    items,
  };
  const confirming = useSaleConfirm((through = overrides) => ({
    items: itemsOf(lines),
    expectedTotalMinor: cart.totalMinor,
    ...(codes.length > 0 ? { codes: [...codes] } : {}),
    ...(rebate ? { rebate } : {}),
    ...(through.length > 0 ? { overrides: [...through] } : {}),
    ...(paysOverdue ? { paysOverdue } : {}),
    ...(isNamed ? { clientId } : { language }),
  }));
  const { issue } = confirming;
  useCustomerDisplay(displayOfCart(cart, draft, rules, account?.client.language ?? language));
  if (!organisation) return null;

  const isReady = lines.length > 0 && isComplete(lines);
  const isTillClosed = tills !== undefined && !tills.some((till) => till.session?.state === 'open');

  return (
    <div className={classes.screen}>
      <h1 className="seen-by-readers">{t('counter.title')}</h1>
      <div className={classes.left} inert={issue.isRunning || issue.isUnanswered}>
        <CounterClient account={account} unpaid={cart.unpaid} onChosen={() => search.current?.focus()} />
        {isTillClosed && (
          <div className={classes.closed} role="status">
            {t('counter.tillClosed')}
            <Button variant="default" onClick={() => goTo('till')}>
              {t('counter.openTill')}
            </Button>
          </div>
        )}
        <Catalogue searchRef={search} />
      </div>
      <div className={classes.right}>
        <Cart
          cart={cart}
          people={account?.client.people ?? null}
          isLocked={issue.isUnanswered}
          isCompact={draft.entry !== null || draft.payLater || draft.taken.length > 0}
        />
        {isNamed && !mayPayLater && lines.length > 0 ? (
          <Button variant="default" onClick={() => confirming.openOverride('part-payment')}>
            {t('rebate.override.part')}
          </Button>
        ) : null}
        <TenderPanel
          rules={rules}
          draft={draft}
          onDraft={setDraft}
          labelOf={(index) => {
            if (index === OVERDUE_ITEM) return t('rebate.unpaid.line');
            const line = lines[index];
            return line ? pickName(line.product, language) : '';
          }}
          onConfirm={(confirmed) => void confirming.confirm(confirmed)}
          isRunning={issue.isRunning}
          isUnanswered={issue.isUnanswered}
          failure={cart.failure ?? issue.failure}
          isDisabled={!isReady || cart.failure !== null}
          {...(lines.length > 0 ? { disabledWhy: t('counter.missing') } : {})}
        />
      </div>
      {confirming.overriding ? (
        <OverrideDialog
          key={confirming.overriding}
          kind={confirming.overriding}
          failure={issue.failure}
          overdueMinor={cart.unpaid?.dueMinor ?? 0}
          onPayAlong={confirming.payAlong}
          onOverride={(reason) =>
            void (confirming.overriding && confirming.override(confirming.overriding, reason))
          }
          onClose={confirming.dismiss}
        />
      ) : null}
      {confirming.approving ? (
        <ApprovalDialog
          ask={{ invoice: confirming.approving }}
          onGranted={confirming.approve}
          failure={null}
          onClose={confirming.dismiss}
          onQueued={isNamed ? confirming.leave : undefined}
        />
      ) : null}
    </div>
  );
}
