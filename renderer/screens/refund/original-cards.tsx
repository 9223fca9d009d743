import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';
import type { RefundRead } from './refund-facts.tsx';

/** The cards the money came from, as large as a terminal's question needs: approval code and last 4. */
export function OriginalCards({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const cards = [
    ...new Map(refund.lines.map((line) => [line.origin.paymentId, line.origin])).values(),
  ].filter((origin) => origin.cardLast4 !== null || origin.approvalCode !== null);
  return (
    <>
      {cards.map((origin) => (
        <dl key={origin.paymentId} className={classes.original}>
          <div>
            <dt>{t('refund.handOver.original')}</dt>
            <dd>{[origin.cardBrand, origin.number].filter(Boolean).join(' · ')}</dd>
          </div>
          {origin.approvalCode ? (
            <div>
              <dt>{t('refund.handOver.approvalCode')}</dt>
              <dd className={classes.huger}>{origin.approvalCode}</dd>
            </div>
          ) : null}
          {origin.cardLast4 ? (
            <div>
              <dt>{t('refund.handOver.last4')}</dt>
              <dd className={classes.huger}>•••• {origin.cardLast4}</dd>
            </div>
          ) : null}
        </dl>
      ))}
    </>
  );
}
