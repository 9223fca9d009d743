import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './bulk.module.css';

interface ReverseBatchProps {
  readonly batch: OutputOf<'bulk.read'>;
  readonly onClose: () => void;
}

/** Takes a whole batch back by counter-documents, as a batch of its own (domain.md B8). */
export function ReverseBatch({ batch, onClose }: ReverseBatchProps) {
  const { t } = useWords();
  const { batchId, doneCount, doneMinor } = batch;
  const [reason, setReason] = useState('');
  const command = useCommand('bulk.reverse', String(batchId));
  const send = async () => {
    const started = await command.run({ batchId, reason: reason.trim() });
    if (!started) return;
    onClose();
    goTo('client', null, { bulk: `b${started.batchId}` });
  };
  return (
    <Dialog onClose={onClose} title={t('bulk.reverse.title', { batchId })}>
      <div className={classes.stack}>
        <p>{t('bulk.reverse.lead', { count: doneCount, amount: doneMinor })}</p>
        <TextInput
          data-autofocus
          required
          label={t('bulk.reverse.reason')}
          maxLength={200}
          disabled={command.isUnanswered}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('bulk.reverse.confirm', { amount: doneMinor })}
          disabled={reason.trim() === ''}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
