import { Button } from '@mantine/core';
import { Amount } from '../../parts/amount.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './action.module.css';
import { type ActionRow, actionSentence } from './action-sentence.ts';
import { AnswerApproval } from './answer-approval.tsx';
import { SettlePayment } from './settle-payment.tsx';
import { SettleRefund } from './settle-refund.tsx';

interface Props {
  row: ActionRow;
  /** Told once the answer is written, before the row leaves the list. */
  onAnswered: (notice: string) => void;
}

/** The chosen question: what happened in large, then its answers or the place where it goes on. */
export function Settlement({ row, onAnswered }: Props) {
  const { t } = useWords();
  const isAttempt = row.attemptId !== null;
  return (
    <Panel title={t(row.approvalId === null ? 'action.settleTitle' : 'approval.what')}>
      <div className={classes.stack}>
        <div className={classes.head}>
          <div>
            <p className={classes.question}>{actionSentence(t, row)}</p>
            <p className={classes.soft}>{row.clientName}</p>
          </div>
          <Amount minor={row.amountMinor} size="big" />
        </div>
        {isAttempt && row.refundId !== null ? (
          <SettleRefund refundId={row.refundId} onAnswered={onAnswered} />
        ) : null}
        {isAttempt && row.refundId === null && row.saleId !== null && row.attemptId !== null ? (
          <SettlePayment saleId={row.saleId} attemptId={row.attemptId} onAnswered={onAnswered} />
        ) : null}
        {row.approvalId !== null ? (
          <AnswerApproval approvalId={row.approvalId} onAnswered={onAnswered} />
        ) : null}
        <div className={classes.links}>
          {row.saleId !== null && (row.kind === 'sale-parked' || row.driver === 'nexo') ? (
            <Button onClick={() => goTo('counter', null, { sale: row.saleId ?? undefined })}>
              {t('action.openSale')}
            </Button>
          ) : null}
          {row.kind === 'walk-in-money-back' && row.clientId !== null && row.paymentId !== null ? (
            <Button
              onClick={() =>
                goTo('refund', null, { client: row.clientId ?? '', origin: row.paymentId ?? '' })
              }
            >
              {t('action.giveBack')}
            </Button>
          ) : null}
          {row.refundId === null ? null : (
            <Button variant="default" onClick={() => goTo('refund', row.refundId)}>
              {t(row.approvalId === null ? 'action.openRefund' : 'approval.open')}
            </Button>
          )}
          {row.clientId === null ? null : (
            <Button variant="default" onClick={() => goTo('client', row.clientId)}>
              {t('action.openClient')}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  );
}
