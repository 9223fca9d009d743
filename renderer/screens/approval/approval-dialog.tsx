import { Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { useWords } from '../../shell/language.ts';
import classes from '../rebate/rebate.module.css';
import { ApprovalFacts } from '../refund/approval-facts.tsx';

const SHORTEST_PIN = 6;

interface ApprovalDialogProps {
  /** What is asked, exactly as the command takes it. */
  readonly ask: InputOf<'approval.ask'>;
  /** Runs the command with the approval; false when it was refused. */
  readonly onGranted: (approvalId: number) => Promise<boolean>;
  /** Why the command was refused although it was approved. */
  readonly failure: Failure | null;
  readonly onClose: () => void;
  /**
   * Left in the list for a supervisor who is not at the desk; the person who asked finishes it there. Without it the
   * answer is needed at once: a walk-in client does not come back.
   */
  readonly onQueued?: (() => void) | undefined;
}

/** The supervisor beside the clerk: what would be approved in words, their own PIN, and it is done at once. */
export function ApprovalDialog({ ask, onGranted, failure, onClose, onQueued }: ApprovalDialogProps) {
  const { t } = useWords();
  const [approvalId, setApprovalId] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [pin, setPin] = useState('');
  const [isRunning, setRunning] = useState(false);
  const asking = useCommand('approval.ask', 'dialog');
  const withdraw = useCommand('approval.withdraw', String(approvalId ?? 0));
  const grant = useSessionCall('approval.grant');
  const wasAsked = useRef(false);
  useEffect(() => {
    if (wasAsked.current) return;
    wasAsked.current = true;
    void asking.run(ask).then((answer) => setApprovalId(answer?.approvalId ?? null));
  }, [ask, asking.run]);
  // A wrong PIN is typed again from the start
  useEffect(() => {
    if (grant.failure) setPin('');
  }, [grant.failure]);
  const { data: approval } = useRead(
    'approval.read',
    { approvalId: approvalId ?? 1 },
    { enabled: approvalId !== null },
  );
  const approver = approval?.approvers.find((each) => each.staffId === chosen) ?? approval?.approvers[0];
  const isReady = approval !== undefined && approver !== undefined && pin.length >= SHORTEST_PIN;

  const approve = async () => {
    if (!isReady || isRunning) return;
    setRunning(true);
    const isGranted =
      approval.state === 'granted' ||
      (await grant.run({ approvalId: approval.approvalId, approver: { staffId: approver.staffId, pin } }));
    if (isGranted && (await onGranted(approval.approvalId))) return;
    setRunning(false);
  };
  const queue = () => {
    notifications.show({
      message: t('approval.queued'),
      closeButtonProps: { 'aria-label': t('shell.close') },
    });
    onQueued?.();
  };
  const close = () => {
    // nothing is left waiting in the list for a sale that goes no further
    if (approvalId !== null) void withdraw.run({ approvalId });
    onClose();
  };

  return (
    <Dialog size={560} title={t('rebate.approval.title')} onClose={close}>
      <div className={classes.stack}>
        <FailureAlert failure={asking.failure} isUnanswered={asking.isUnanswered} />
        {approval ? (
          <>
            <ApprovalFacts approval={approval} />
            {approver ? (
              <>
                <NativeSelect
                  label={t('approval.who')}
                  value={approver.staffId}
                  data={approval.approvers.map(({ staffId, name }) => ({
                    value: String(staffId),
                    label: name,
                  }))}
                  onChange={(event) => setChosen(Number(event.currentTarget.value))}
                />
                <PinPad
                  autoFocus
                  label={t('approval.pin', { name: approver.name })}
                  value={pin}
                  onChange={setPin}
                />
              </>
            ) : (
              <p>{t('approval.nobody')}</p>
            )}
            <FailureAlert failure={grant.failure ?? failure} />
            {onQueued ? (
              <Button variant="default" disabled={isRunning} onClick={queue}>
                {t('approval.queue')}
              </Button>
            ) : null}
            <ConfirmBar
              inDialog
              label={t('rebate.approval.confirm')}
              disabled={!isReady}
              isRunning={isRunning}
              onConfirm={() => void approve()}
              onBack={close}
            />
          </>
        ) : null}
      </div>
    </Dialog>
  );
}
