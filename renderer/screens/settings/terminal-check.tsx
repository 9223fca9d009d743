import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

/** The preflight: what the terminal says of itself, and the next step for each thing that is not right. */
export function TerminalCheck({ terminalId }: { terminalId: number }) {
  const { t } = useWords();
  const check = useSessionCall('terminal.checkLink');
  const [result, setResult] = useState<OutputOf<'terminal.checkLink'> | null>(null);
  const run = async () => {
    setResult(null);
    setResult(await check.run({ terminalId }));
  };
  const isGood = result?.link === 'ready';
  const Icon = isGood ? IconCircleCheck : IconAlertTriangle;
  return (
    <section className={classes.section} aria-label={t('terminalSettings.check.title')}>
      <h3>{t('terminalSettings.check.title')}</h3>
      <p className={classes.soft}>{t('terminalSettings.check.lead')}</p>
      <div>
        <Button loading={check.isRunning} onClick={() => void run()}>
          {t('terminalSettings.check.run')}
        </Button>
      </div>
      <FailureAlert failure={check.failure} />
      <div role="status">
        {check.isRunning ? <p className={classes.soft}>{t('terminalSettings.check.running')}</p> : null}
        {result ? (
          <Alert
            color={isGood ? 'teal' : 'amber'}
            variant="light"
            icon={<Icon aria-hidden="true" />}
            classNames={{ message: classes.said }}
          >
            <p>{t(`terminalSettings.check.${result.link}`)}</p>
            {result.unconfirmedCount ? (
              <p>{t('terminalSettings.check.unconfirmed', { count: result.unconfirmedCount })}</p>
            ) : null}
          </Alert>
        ) : null}
      </div>
    </section>
  );
}
