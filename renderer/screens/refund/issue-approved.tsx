import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { type ApprovalRead, leavesMinor } from './approval-facts.tsx';
import { WithdrawApproval } from './withdraw-approval.tsx';

interface Props {
  approval: ApprovalRead;
  onRefused: () => void;
}

/** What `refund.issue` takes once it is approved: exactly what was asked. */
export function approvedRefund({ approvalId, refund }: ApprovalRead) {
  if (refund === null) throw new Error('not the approval of a refund');
  return { ...refund, approvalId };
}

/** Approved: one key makes exactly the refund that was asked. */
export function IssueApproved({ approval, onRefused }: Props) {
  const { t } = useWords();
  const issue = useCommand('refund.issue', `approval-${approval.approvalId}`);
  const confirm = async () => {
    if (!(await issue.run(approvedRefund(approval)))) onRefused();
  };
  const key = approval.drawerMinor === null ? 'approval.refund' : 'approval.handOver';
  return (
    <>
      <FailureAlert failure={issue.failure} isUnanswered={issue.isUnanswered} />
      <ConfirmBar
        label={t(key, { amount: leavesMinor(approval) })}
        isRunning={issue.isRunning}
        isUnanswered={issue.isUnanswered}
        onConfirm={() => void confirm()}
      />
      <WithdrawApproval approval={approval} />
    </>
  );
}
