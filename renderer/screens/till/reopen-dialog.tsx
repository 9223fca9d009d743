import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './till.module.css';

/** Takes a close back for a recount, with its reason. */
export function ReopenDialog(props: { tillId: number; zNumber: string; onClose: () => void }) {
  const { tillId, zNumber, onClose } = props;
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const reopen = useCommand('till.reopen', zNumber);
  const send = async () => {
    if (await reopen.run({ tillId, reason: reason.trim() })) goTo('till', tillId);
  };
  return (
    <Dialog onClose={onClose} title={t('tillReport.reopen.title', { number: zNumber })}>
      <div className={classes.stack}>
        <p>{t('tillReport.reopen.lead')}</p>
        <TextInput
          data-autofocus
          required
          label={t('tillReport.reopen.reason')}
          maxLength={200}
          disabled={reopen.isUnanswered}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureAlert failure={reopen.failure} isUnanswered={reopen.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('tillReport.reopen.submit')}
          disabled={reason.trim() === ''}
          isRunning={reopen.isRunning}
          isUnanswered={reopen.isUnanswered}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
