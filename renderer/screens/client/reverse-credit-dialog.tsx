import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';

interface ReverseCreditDialogProps {
  readonly document: AccountRead['documents'][number];
  readonly onClose: () => void;
}

/** Takes back what is still open of a credit made by hand: an invoice that the credit pays itself. */
export function ReverseCreditDialog({ document, onClose }: ReverseCreditDialogProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand('credit.reverse', String(document.documentId));
  const send = async () => {
    if (await command.run({ memoId: document.documentId, reason: reason.trim() })) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('client.reverse.title', { number: document.number })}>
      <div className={classes.stack}>
        <p>{t('client.reverse.lead', { amount: document.openMinor })}</p>
        <TextInput
          data-autofocus
          required
          label={t('client.creditDialog.reason')}
          maxLength={200}
          disabled={command.isUnanswered}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('client.reverse.confirm')}
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
