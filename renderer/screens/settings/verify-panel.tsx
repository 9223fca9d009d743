import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { ask } from '../../connection/ask.ts';
import { Refused } from '../../connection/refused.ts';
import { useHasRole } from '../../connection/session.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

type Report = OutputOf<'ledger.verify'>;

/** Checks the whole ledger on demand and says what was found. */
export function VerifyPanel() {
  const { t, language } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const [report, setReport] = useState<Report | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isRunning, setRunning] = useState(false);
  const verify = async () => {
    setRunning(true);
    setReport(null);
    setFailure(null);
    try {
      setReport(await ask('ledger.verify', {}));
    } catch (error) {
      // an unreachable service is told by the banner of the shell
      if (error instanceof Refused) setFailure(error.failure);
    } finally {
      setRunning(false);
    }
  };
  return (
    <Panel
      title={t('settings.backup.verify')}
      actions={
        isSupervisor ? (
          <Button variant="default" loading={isRunning} onClick={() => void verify()}>
            {t('settings.backup.verify')}
          </Button>
        ) : undefined
      }
    >
      <div className={classes.stack}>
        <p className={classes.soft}>
          {t(isSupervisor ? 'settings.backup.verifyLead' : 'settings.backup.verifySupervisor')}
        </p>
        <FailureAlert failure={failure} />
        <div role="status">
          {report ? (
            <Alert
              color={report.ok ? 'teal' : 'brick'}
              variant="light"
              icon={
                report.ok ? <IconShieldCheck aria-hidden="true" /> : <IconAlertTriangle aria-hidden="true" />
              }
            >
              <p>
                {report.ok
                  ? t('settings.backup.verified', { commits: report.commits, facts: report.facts })
                  : t('settings.backup.problems', { count: report.problems.length })}
              </p>
              {report.problems.map((problem) => (
                <p key={problem[language]}>{problem[language]}</p>
              ))}
              <p className={classes.soft}>{t('settings.backup.head')}</p>
              <p className={classes.hash}>{report.headHash}</p>
            </Alert>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}
