import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { ApprovalAnswer } from '../refund/approval-answer.tsx';
import { ApprovalFacts } from '../refund/approval-facts.tsx';
import { WithdrawApproval } from '../refund/withdraw-approval.tsx';
import { FinishApproved } from './finish-approved.tsx';

interface Props {
  approvalId: number;
  onAnswered: (notice: string) => void;
}

/** A request for approval in the queue: the supervisor's answer, or whose turn it is. */
export function AnswerApproval({ approvalId, onAnswered }: Props) {
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const { data: approval, failure } = useRead('approval.read', { approvalId });
  if (failure) return <FailureAlert failure={failure} />;
  if (!approval) return null;
  const isWaiting = approval.state === 'waiting';
  return (
    <>
      <ApprovalFacts approval={approval} />
      {approval.isMine ? (
        <>
          {isWaiting ? <p>{t('approval.ownQueue')}</p> : null}
          {approval.state === 'granted' ? <FinishApproved approval={approval} /> : null}
          <WithdrawApproval approval={approval} onDone={() => onAnswered(t('approval.answered.withdrawn'))} />
        </>
      ) : isWaiting && isSupervisor ? (
        <ApprovalAnswer approval={approval} onAnswered={onAnswered} />
      ) : (
        <p>
          {isWaiting
            ? t('approval.theirs', { name: approval.staffName })
            : t(approval.refund ? 'approval.grantedTheirs' : 'approval.finish.theirs', {
                approver: approval.approverName ?? '',
                name: approval.staffName,
              })}
        </p>
      )}
    </>
  );
}
