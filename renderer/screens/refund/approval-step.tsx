import { Button } from '@mantine/core';
import { IconShieldHalf } from '@tabler/icons-react';
import { useHasRole } from '../../connection/session.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { ApprovalAnswer } from './approval-answer.tsx';
import { ApprovalFacts } from './approval-facts.tsx';
import { ApprovalPin } from './approval-pin.tsx';
import { IssueApproved } from './issue-approved.tsx';
import classes from './refund.module.css';

/** A refund that waits for another person: their PIN here, their answer from the queue, or the refund they let through. */
export function ApprovalStep({ approvalId }: { approvalId: number }) {
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const { data: approval, failure, refetch } = useRead('approval.read', { approvalId });
  if (failure) return <FailureAlert failure={failure} />;
  if (!approval) return null;
  const isGranted = approval.state === 'granted';
  return (
    <section className={classes.instruction} aria-labelledby="approval-title">
      <h2 id="approval-title" className={classes.toDo}>
        <IconShieldHalf size={30} aria-hidden="true" />{' '}
        {isGranted ? t('approval.grantedTitle', { name: approval.approverName ?? '' }) : t('approval.title')}
      </h2>
      <p>{isGranted ? t('approval.grantedLead') : approval.isMine ? t('approval.lead') : null}</p>
      {approval.isMine && !isGranted ? null : <ApprovalFacts approval={approval} />}
      {approval.isMine ? (
        isGranted ? (
          <IssueApproved approval={approval} onRefused={refetch} />
        ) : (
          <ApprovalPin approval={approval} />
        )
      ) : isSupervisor && !isGranted ? (
        <ApprovalAnswer approval={approval} onAnswered={() => goTo('action')} />
      ) : (
        <p>
          {isGranted
            ? t('approval.grantedTheirs', { approver: approval.approverName ?? '', name: approval.staffName })
            : t('approval.theirs', { name: approval.staffName })}
        </p>
      )}
      {approval.isMine ? null : (
        <div>
          <Button variant="default" onClick={() => goTo('client', approval.clientId)}>
            {t('refund.done.client')}
          </Button>
        </div>
      )}
    </section>
  );
}
