import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { queries } from '../../connection/queries.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { type ApprovalRead, leavesMinor } from './approval-facts.tsx';
import classes from './refund.module.css';

interface Props {
  approval: ApprovalRead;
  /** Told once the answer is written. */
  onAnswered: (notice: string) => void;
}

/** A supervisor's answer from their own sign-in: yes by one key, or no with the reason the asker will read. */
export function ApprovalAnswer({ approval, onAnswered }: Props) {
  const { t } = useWords();
  const { approvalId } = approval;
  const [note, setNote] = useState('');
  const [isRefusing, setRefusing] = useState(false);
  const grant = useSessionCall('approval.grant');
  const refusal = useCommand('approval.refuse', String(approvalId));
  const approve = async () => {
    if (!(await grant.run({ approvalId }))) return;
    void queries.invalidateQueries();
    onAnswered(t('approval.answered.granted'));
  };
  const refuse = async () => {
    if (await refusal.run({ approvalId, note: note.trim() })) onAnswered(t('approval.answered.refused'));
  };
  if (isRefusing)
    return (
      <>
        <TextInput
          label={t('approval.refuseReason')}
          description={t('approval.refuseHelp')}
          required
          maxLength={200}
          autoFocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FailureAlert failure={refusal.failure} isUnanswered={refusal.isUnanswered} />
        <ConfirmBar
          label={t('approval.refuse')}
          disabled={note.trim() === ''}
          isRunning={refusal.isRunning}
          isUnanswered={refusal.isUnanswered}
          onConfirm={() => void refuse()}
          onBack={() => setRefusing(false)}
        />
      </>
    );
  return (
    <>
      <FailureAlert failure={grant.failure} />
      <ConfirmBar
        label={t('approval.approve', { amount: leavesMinor(approval) })}
        isRunning={grant.isRunning}
        onConfirm={() => void approve()}
      />
      <div className={classes.links}>
        <Button variant="default" onClick={() => setRefusing(true)}>
          {t('approval.refuse')}
        </Button>
      </div>
    </>
  );
}
