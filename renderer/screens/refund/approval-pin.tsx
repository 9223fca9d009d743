import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { queries } from '../../connection/queries.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { ApprovalFacts, type ApprovalRead, leavesMinor } from './approval-facts.tsx';
import { approvedRefund } from './issue-approved.tsx';
import classes from './refund.module.css';
import { WithdrawApproval } from './withdraw-approval.tsx';

const SHORTEST_PIN = 6;

/** The supervisor beside the clerk: chosen by name, their own PIN, and the refund goes at once. */
export function ApprovalPin({ approval }: { approval: ApprovalRead }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const [pin, setPin] = useState('');
  const grant = useSessionCall('approval.grant');
  const issue = useCommand('refund.issue', `approval-${approval.approvalId}`);
  const approver = approval.approvers.find((each) => each.staffId === chosen) ?? approval.approvers[0];
  // A wrong PIN is typed again from the start
  useEffect(() => {
    if (grant.failure) setPin('');
  }, [grant.failure]);
  const isReady = approver !== undefined && pin.length >= SHORTEST_PIN;
  const approve = async () => {
    if (!isReady) return;
    const { approvalId } = approval;
    const granted = await grant.run({ approvalId, approver: { staffId: approver.staffId, pin } });
    if (!granted) return;
    setPin('');
    await issue.run(approvedRefund(approval));
    void queries.invalidateQueries();
  };
  const label = approval.drawerMinor === null ? 'approval.approveAndRefund' : 'approval.approveAndHandOver';
  return (
    <div className={classes.approval}>
      <ApprovalFacts approval={approval} />
      {approver ? (
        <div className={classes.approver}>
          <NativeSelect
            label={t('approval.who')}
            value={approver.staffId}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          >
            {approval.approvers.map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
          </NativeSelect>
          <PinPad
            label={t('approval.pin', { name: approver.name })}
            description={t('approval.pinHint')}
            value={pin}
            onChange={setPin}
            autoFocus
          />
        </div>
      ) : (
        <p className={classes.approver}>{t('approval.nobody')}</p>
      )}
      <div className={classes.stack}>
        <FailureAlert failure={grant.failure ?? issue.failure} isUnanswered={issue.isUnanswered} />
        <ConfirmBar
          label={t(label, { amount: leavesMinor(approval) })}
          disabled={!isReady}
          isRunning={grant.isRunning || issue.isRunning}
          onConfirm={() => void approve()}
        />
        <div className={classes.links}>
          <Button variant="default" onClick={() => goTo('client', approval.clientId)}>
            {t('approval.queue')}
          </Button>
          <WithdrawApproval approval={approval} />
        </div>
      </div>
    </div>
  );
}
