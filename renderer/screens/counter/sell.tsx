import { Button } from '@mantine/core';
import { useRef } from 'react';
import { localDateOf } from '../../../shared/domain/local-time.ts';
import { useCustomerDisplay } from '../../connection/customer-display.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { type ConfirmedTenders, TenderPanel } from '../../parts/tender-panel.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { goTo, replaceRoute } from '../../shell/router.ts';
import { Cart } from './cart.tsx';
import { isComplete, itemsOf, openItemsOf } from './cart-amounts.ts';
import { displayOfCart } from './cart-display.ts';
import { Catalogue } from './catalogue.tsx';
import classes from './counter.module.css';
import { CounterClient } from './counter-client.tsx';
import { finishSale, setDraft, useCounter } from './counter-state.ts';
import { usePricedCart } from './use-priced-cart.ts';

/** Client, catalogue, cart and payment, side by side. */
export function Sell() {
  const { t, language } = useWords();
  const organisation = useOrganisation();
  const { clientId, lines, codes, draft } = useCounter();
  const account = useRead('client.read', { clientId: clientId ?? 1 }, { enabled: clientId !== null }).data;
  const tills = useRead('till.list', {}).data?.tills;
  const issue = useCommand('invoice.issue');
  const search = useRef<HTMLInputElement>(null);
  const localDate = localDateOf(new Date().toISOString(), organisation?.timeZone ?? 'America/Toronto');
  const cart = usePricedCart(localDate);
  const isNamed = clientId !== null;
  const rules = {
    dueMinor: cart.totalMinor,
    depositAvailableMinor: isNamed ? (account?.depositAvailableMinor ?? 0) : 0,
    creditAvailableMinor: isNamed ? (account?.creditAvailableMinor ?? 0) : 0,
    allowDeposit: isNamed,
    allowPartPayment: isNamed,
    items: openItemsOf(cart, localDate),
  };
  useCustomerDisplay(displayOfCart(cart, draft, rules, account?.client.language ?? language));
  if (!organisation) return null;

  const isReady = lines.length > 0 && isComplete(lines);
  const isTillClosed = tills !== undefined && !tills.some((till) => till.session?.state === 'open');

  const confirm = async (confirmed: ConfirmedTenders) => {
    const outcome = await issue.run({
      items: itemsOf(lines),
      expectedTotalMinor: cart.totalMinor,
      ...(codes.length > 0 ? { codes: [...codes] } : {}),
      ...(isNamed ? { clientId } : { language }),
      ...confirmed,
    });
    if (outcome?.state === 'in-progress') {
      finishSale(null);
      replaceRoute('counter', null, { sale: outcome.saleId });
    } else if (outcome) finishSale(outcome);
  };

  return (
    <div className={classes.screen}>
      <h1 className="seen-by-readers">{t('counter.title')}</h1>
      <div className={classes.left} inert={issue.isRunning || issue.isUnanswered}>
        <CounterClient account={account} onChosen={() => search.current?.focus()} />
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
        <TenderPanel
          rules={rules}
          draft={draft}
          onDraft={setDraft}
          labelOf={(index) => {
            const line = lines[index];
            return line ? pickName(line.product, language) : '';
          }}
          onConfirm={(confirmed) => void confirm(confirmed)}
          isRunning={issue.isRunning}
          isUnanswered={issue.isUnanswered}
          failure={issue.failure}
          isDisabled={!isReady}
          {...(lines.length > 0 ? { disabledWhy: t('counter.missing') } : {})}
        />
      </div>
    </div>
  );
}
