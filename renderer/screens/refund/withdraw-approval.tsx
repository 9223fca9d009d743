import { Button } from '@mantine/core';
import { useCommand } from '../../connection/use-command.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import type { ApprovalRead } from './approval-facts.tsx';

interface Props {
  approval: ApprovalRead;
  onDone?: () => void;
}

/** The person who asked takes it back; what was held is free at once. */
export function WithdrawApproval({ approval, onDone }: Props) {
  const { t } = useWords();
  const withdraw = useCommand('approval.withdraw', String(approval.approvalId));
  const send = async () => {
    if (await withdraw.run({ approvalId: approval.approvalId })) onDone?.();
  };
  return (
    <>
      <FailureAlert failure={withdraw.failure} isUnanswered={withdraw.isUnanswered} />
      <div>
        <Button variant="default" loading={withdraw.isRunning} onClick={() => void send()}>
          {t('approval.withdraw')}
        </Button>
      </div>
    </>
  );
}
