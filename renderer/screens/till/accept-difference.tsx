import { NativeSelect, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { useWords } from '../../shell/language.ts';
import type { TillRead } from './closed-till.tsx';
import classes from './till.module.css';

const SHORTEST_PIN = 6;

interface Props {
  tillId: number;
  approvers: TillRead['approvers'];
  reason: string;
  onReason: (reason: string) => void;
  onAccepted: () => void;
}

/** The supervisor beside the clerk accepts the difference of this count with their own PIN, and the till closes. */
export function AcceptDifference({ tillId, approvers, reason, onReason, onAccepted }: Props) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const [pin, setPin] = useState('');
  const accept = useSessionCall('till.acceptDifference');
  const approver = approvers.find((each) => each.staffId === chosen) ?? approvers[0];
  // A wrong PIN is typed again from the start
  useEffect(() => {
    if (accept.failure) setPin('');
  }, [accept.failure]);
  if (!approver) return <p className={classes.soft}>{t('till.close.accept.nobody')}</p>;
  const send = async () => {
    const accepted = await accept.run({ tillId, approver: { staffId: approver.staffId, pin } });
    setPin('');
    if (accepted) onAccepted();
  };
  return (
    <>
      <Textarea
        autoFocus
        required
        label={t('till.close.reason')}
        description={t('till.close.reasonHelp')}
        maxLength={2000}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('till.close.accept.who')}
        value={approver.staffId}
        onChange={(event) => setChosen(Number(event.currentTarget.value))}
      >
        {approvers.map(({ staffId, name }) => (
          <option key={staffId} value={staffId}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <PinPad label={t('till.close.accept.pin', { name: approver.name })} value={pin} onChange={setPin} />
      <FailureAlert failure={accept.failure} />
      <ConfirmBar
        label={t('till.close.accept.submit')}
        disabled={pin.length < SHORTEST_PIN || reason.trim() === ''}
        isRunning={accept.isRunning}
        onConfirm={() => void send()}
      />
    </>
  );
}
