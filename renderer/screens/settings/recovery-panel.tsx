import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { SavedNotice } from './saved-notice.tsx';
import classes from './settings.module.css';

/** After a lost tail or a restore: a supervisor accepts what is missing, and numbers go on past it (settled.md 18). */
export function RecoveryPanel() {
  const { t } = useWords();
  const state = useRead('ledger.state', {}).data;
  const isSupervisor = useHasRole('supervisor');
  const [note, setNote] = useState('');
  const [lost, setLost] = useState<readonly string[] | null>(null);
  const command = useCommand('ledger.acceptRecovery');
  if (lost) {
    return (
      <SavedNotice
        words={t('settings.recovery.accepted', { count: lost.length, numbers: lost.slice(0, 12).join(', ') })}
      />
    );
  }
  const reason = state?.readOnlyReason;
  if (reason !== 'lost-tail' && reason !== 'head-missing') return null;
  const accept = async () => {
    const answer = await command.run({ note: note.trim() });
    if (answer) setLost(answer.lostNumbers);
  };
  return (
    <Panel title={t('settings.recovery.title')}>
      <div className={classes.stack}>
        <p>
          {reason === 'head-missing'
            ? t('settings.recovery.leadHeadMissing')
            : t('settings.recovery.lead', { count: state?.missingCommits ?? 0 })}
        </p>
        {isSupervisor ? (
          <>
            <TextInput
              required
              label={t('settings.recovery.note')}
              maxLength={200}
              disabled={command.isUnanswered}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
            <ConfirmBar
              label={t('settings.recovery.submit')}
              disabled={note.trim() === ''}
              isRunning={command.isRunning}
              isUnanswered={command.isUnanswered}
              onConfirm={() => void accept()}
            />
          </>
        ) : (
          <p className={classes.soft}>{t('settings.recovery.supervisor')}</p>
        )}
      </div>
    </Panel>
  );
}
