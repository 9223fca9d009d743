import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { ChangeMethod } from '../../parts/change-method.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { ChequeToIssue } from '../refund/cheque-to-issue.tsx';
import classes from './action.module.css';
import { ActionLinks } from './action-links.tsx';
import { type ActionRow, actionSentence } from './action-sentence.ts';
import { actionTone } from './action-tone.ts';
import { AnswerApproval } from './answer-approval.tsx';
import { ChargeAgain } from './charge-again.tsx';
import { ClaimBar } from './claim-bar.tsx';
import { ContactNotes } from './contact-notes.tsx';
import { DismissRow } from './dismiss-row.tsx';
import { RefundAgain } from './refund-again.tsx';
import { ReviewClose } from './review-close.tsx';
import { SettlePayment } from './settle-payment.tsx';
import { SettleRefund } from './settle-refund.tsx';
import type { Tried } from './tried-again.tsx';
import type { ClaimCommands } from './use-claim.ts';

interface Props {
  actionId: string;
  claim: ClaimCommands;
  /** Told once the answer is written, before the row leaves the list. */
  onAnswered: (notice: string) => void;
  /** Told once a charge or a refund was started again. */
  onTried: (tried: Tried) => void;
}

/** The chosen row: what happened in large, who is on it, its answers or the place where it goes on, what was said. */
export function Settlement({ actionId, claim, onAnswered, onTried }: Props) {
  const { t, language } = useWords();
  const { data: read, failure } = useRead('action.read', { actionId });
  if (failure?.code === 'action-unknown')
    return (
      <Panel>
        <p className={classes.soft}>{t('action.gone')}</p>
      </Panel>
    );
  if (failure) return <FailureAlert failure={failure} />;
  if (!read) return null;
  const row = read.action;
  const isOver = row.state === 'resolved-elsewhere';
  return (
    <Panel title={titleOf(t, row)}>
      <div className={classes.stack}>
        <div className={classes.head}>
          <div>
            <StatusBadge
              tone={actionTone(row)}
              label={t(isOver ? 'action.list.resolved' : `action.kind.${row.kind}`)}
            />
            <p className={classes.question}>{actionSentence(t, row, language)}</p>
            <p className={classes.soft}>
              {[row.clientName, row.staffName && t('action.by', { name: row.staffName })]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <Amount minor={row.amountMinor} size="big" />
        </div>
        {isOver ? null : <ClaimBar row={row} claim={claim} />}
        <Answers row={row} onAnswered={onAnswered} onTried={onTried} />
        <PlanMethod row={row} onAnswered={onAnswered} />
        <ActionLinks row={row} />
        {row.clientId === null || isOver ? null : <ContactNotes read={read} />}
        {row.can.includes('dismiss') ? (
          <DismissRow actionId={actionId} onDone={() => onAnswered(t('action.dismiss.done'))} />
        ) : null}
      </div>
    </Panel>
  );
}

/** What is answered on this page itself. */
function Answers({ row, onAnswered, onTried }: { row: ActionRow } & Pick<Props, 'onAnswered' | 'onTried'>) {
  const { attemptId, refundId, saleId, approvalId, zNumber } = row;
  if (approvalId !== null) return <AnswerApproval approvalId={approvalId} onAnswered={onAnswered} />;
  if (row.kind === 'refund-to-issue' && refundId !== null)
    return (
      <ChequeToIssue
        refund={{ refundId, amountMinor: row.amountMinor, clientName: row.clientName ?? '' }}
        onAnswered={onAnswered}
      />
    );
  if (row.kind === 'till-difference' && zNumber !== null)
    return <ReviewClose zNumber={zNumber} onAnswered={onAnswered} />;
  if (row.can.includes('retry'))
    return refundId === null ? (
      <ChargeAgain row={row} onTried={onTried} />
    ) : (
      <RefundAgain row={row} refundId={refundId} onTried={onTried} />
    );
  if (attemptId === null || !isAnswered(row)) return null;
  if (refundId !== null) return <SettleRefund refundId={refundId} onAnswered={onAnswered} />;
  if (saleId !== null) return <SettlePayment saleId={saleId} attemptId={attemptId} onAnswered={onAnswered} />;
  return null;
}

/** Another way to pay the instalments that depend on a method. */
function PlanMethod({ row, onAnswered }: { row: ActionRow; onAnswered: Props['onAnswered'] }) {
  const { clientId, savedMethodId } = row;
  if (clientId === null || savedMethodId === null || !row.can.includes('change-method')) return null;
  return (
    <ChangeMethod clientId={clientId} scope={{ fromSavedMethodId: savedMethodId }} onDone={onAnswered} />
  );
}

const isAnswered = ({ can }: ActionRow) => can.includes('answer') || can.includes('settle');

function titleOf(t: ReturnType<typeof useWords>['t'], row: ActionRow): string {
  if (row.approvalId !== null) return t('approval.what');
  return t(isAnswered(row) ? 'action.settleTitle' : 'action.detailTitle');
}
