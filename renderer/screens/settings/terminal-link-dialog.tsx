import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { SavedNotice } from './saved-notice.tsx';
import classes from './settings.module.css';
import { TerminalCheck } from './terminal-check.tsx';
import { TerminalKeyForm } from './terminal-key-form.tsx';
import type { TerminalRow } from './tills-page.tsx';

interface Props {
  row: TerminalRow;
  onClose: () => void;
  /** The list is to be read again. */
  onChanged: () => void;
}

/** The key an integrated terminal shares with this desk, and whether the two understand each other. */
export function TerminalLinkDialog({ row, onClose, onChanged }: Props) {
  const { t } = useWords();
  const [doing, setDoing] = useState<'nothing' | 'replace' | 'forget'>('nothing');
  const [notice, setNotice] = useState<'keptNotice' | 'forgotten' | null>(null);
  const forget = useSessionCall('terminal.forgetKey');
  const settle = (done: 'keptNotice' | 'forgotten') => {
    setNotice(done);
    setDoing('nothing');
    onChanged();
  };
  const destroy = async () => {
    if (await forget.run({ terminalId: row.terminalId })) settle('forgotten');
  };
  return (
    <Dialog onClose={onClose} title={t('terminalSettings.linkOf', { name: row.name })} size="lg">
      <div className={classes.stack}>
        <section className={classes.section} aria-label={t('terminalSettings.key.title')}>
          <h3>{t('terminalSettings.key.title')}</h3>
          <p className={classes.soft}>{t(`terminalSettings.key.${row.hasKey ? 'kept' : 'none'}`)}</p>
          {doing === 'forget' ? (
            <>
              <p>{t('terminalSettings.key.forgetLead')}</p>
              <FailureAlert failure={forget.failure} />
              <ConfirmBar
                inDialog
                label={t('terminalSettings.key.forgetConfirm')}
                isRunning={forget.isRunning}
                onConfirm={() => void destroy()}
                onBack={() => setDoing('nothing')}
              />
            </>
          ) : !row.hasKey || doing === 'replace' ? (
            <TerminalKeyForm
              terminalId={row.terminalId}
              isReplacing={row.hasKey}
              onKept={() => settle('keptNotice')}
              onBack={() => setDoing('nothing')}
            />
          ) : (
            <div className={classes.row}>
              <Button variant="default" onClick={() => setDoing('replace')}>
                {t('terminalSettings.key.replace')}
              </Button>
              <Button variant="default" onClick={() => setDoing('forget')}>
                {t('terminalSettings.key.forget')}
              </Button>
            </div>
          )}
          <SavedNotice words={notice ? t(`terminalSettings.key.${notice}`) : null} />
        </section>
        {doing === 'nothing' && row.hasKey ? <TerminalCheck terminalId={row.terminalId} /> : null}
      </div>
    </Dialog>
  );
}
