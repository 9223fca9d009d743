import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { queries } from '../../connection/queries.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import type { Backup } from './backup-panel.tsx';
import classes from './settings.module.css';

interface Props {
  backup: Backup;
  onClose: () => void;
  onRestored: (words: string) => void;
}

/** Putting a copy back loses what came after: its name is typed, so that it is never one stray press. */
export function RestoreDialog({ backup, onClose, onRestored }: Props) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const restore = useSessionCall('ledger.restore');
  const send = async () => {
    const answer = await restore.run({ fileName: backup.fileName });
    if (!answer) return;
    void queries.invalidateQueries();
    onRestored(t('settings.backup.restored', { commits: answer.commits, missing: answer.missingCommits }));
  };
  return (
    <Dialog onClose={onClose} title={t('settings.backup.restoreTitle', { name: backup.fileName })}>
      <div className={classes.stack}>
        <p>{t('settings.backup.restoreLead')}</p>
        <TextInput
          data-autofocus
          label={t('settings.backup.restoreType')}
          description={backup.fileName}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FailureAlert failure={restore.failure} />
        <ConfirmBar
          inDialog
          label={t('settings.backup.restoreSubmit')}
          disabled={typed.trim() !== backup.fileName}
          isRunning={restore.isRunning}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
