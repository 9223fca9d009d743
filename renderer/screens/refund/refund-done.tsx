import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { Balance } from '../../parts/balance.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo, hashOf } from '../../shell/router.ts';
import classes from './refund.module.css';
import type { RefundRead } from './refund-facts.tsx';
import { RefundReceipt } from './refund-receipt.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';

/** The money is with the client: what was given, what is left, and the receipt. */
export function RefundDone({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const plan = useRead('refund.plan', { clientId: refund.clientId });
  const restMinor = plan.data?.maximumMinor ?? 0;
  const otherCard = otherCardOf(refund);
  const isSupervisor = useHasRole('supervisor');
  const [isTaking, setTaking] = useState(false);
  const takenMinor = refund.takenBack.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
  // a deposit that went back was no credit: there is nothing to bill again
  const isBillable = refund.lines.some(({ memoId }) => memoId !== null) && takenMinor < refund.refundedMinor;
  return (
    <section className={classes.done} aria-labelledby="done-title">
      <div className={classes.stack}>
        <h2 id="done-title" className={classes.toDo}>
          <IconCircleCheck size={30} color="var(--teal)" aria-hidden="true" /> {t('refund.done.title')}
        </h2>
        <p className={classes.question}>
          {t('refund.done.lead', { number: refund.number ?? '', amount: refund.refundedMinor })}
        </p>
        {refund.refundedMinor < refund.amountMinor ? (
          <p>{t('refund.done.less', { amount: refund.refundedMinor })}</p>
        ) : null}
        {refund.excess ? (
          <p className={classes.strong}>
            {t('refund.done.excess', { number: refund.excess.number, amount: refund.excess.amountMinor })}
          </p>
        ) : null}
        {otherCard ? <p>{t('integrated.otherCard', otherCard)}</p> : null}
        {plan.data ? (
          <div>
            <div className={classes.soft}>{t('refund.ledger.balance', { name: refund.clientName })}</div>
            <Balance minor={plan.data.balanceMinor} size="big" />
          </div>
        ) : null}
        <div className={classes.answers}>
          <Button variant="default" onClick={() => goTo('client', refund.clientId)}>
            {t('refund.done.client')}
          </Button>
          {restMinor > 0 ? (
            <Button variant="default" onClick={() => goTo('refund', null, { client: refund.clientId })}>
              {t('refund.done.next', { amount: restMinor })}
            </Button>
          ) : null}
          {isSupervisor && isBillable ? (
            <Button variant="default" onClick={() => setTaking(true)}>
              {t('refund.done.takeBack.open')}
            </Button>
          ) : null}
        </div>
        {refund.takenBack.map(({ invoiceId, number, totalMinor }) => (
          <a key={invoiceId} className={classes.strong} href={hashOf('invoice', invoiceId)}>
            {t('refund.done.takeBack.done', { number, amount: totalMinor })}
          </a>
        ))}
      </div>
      <RefundReceipt refund={refund} />
      {isTaking ? <TakeBackDialog refund={refund} onClose={() => setTaking(false)} /> : null}
    </section>
  );
}

/** An integrated terminal takes whichever card is presented; another than the payment's is told (settled.md 16). */
function otherCardOf({ attempts, lines }: RefundRead): { last4: string; expected: string } | null {
  const attempt = attempts.at(-1);
  const last4 = attempt?.driver === 'nexo' ? attempt.evidence.at(-1)?.last4 : null;
  const paid = lines.flatMap(({ origin }) =>
    origin.method === 'terminal' && origin.cardLast4 ? [origin.cardLast4] : [],
  );
  const expected = paid[0];
  return last4 && expected && !paid.includes(last4) ? { last4, expected } : null;
}
