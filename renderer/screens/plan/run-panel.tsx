import { Button, Progress } from '@mantine/core';
import { IconCreditCardPay } from '@tabler/icons-react';
import { queries } from '../../connection/queries.ts';
import { useRead } from '../../connection/use-read.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './plan.module.css';

/** The instalment run: what is due on saved methods is charged at each start and each new day, and here on demand. */
export function RunPanel() {
  const { t } = useWords();
  const gateway = useRead('gateway.read', {}).data;
  const { data: progress } = useRead('instalment.progress', {});
  const run = useSessionCall('instalment.run');
  if (!gateway?.canCharge || gateway.kind === 'by-hand' || !progress) return null;
  const { isRunning, total, done, paid, ranOn } = progress;
  return (
    <Panel title={t('gateway.run.title')}>
      <div className={classes.stack}>
        <p className={classes.soft}>{t('gateway.run.lead')}</p>
        <div className={classes.run}>
          <Button
            leftSection={<IconCreditCardPay size={20} aria-hidden="true" />}
            loading={isRunning || run.isRunning}
            onClick={async () => {
              if (await run.run({})) void queries.invalidateQueries();
            }}
          >
            {t('gateway.run.start')}
          </Button>
          <p role="status">
            {isRunning
              ? t('gateway.run.progress', { done, total, paid })
              : ranOn === null
                ? t('gateway.run.never')
                : total === 0
                  ? t('gateway.run.nothing', { date: ranOn })
                  : t('gateway.run.ran', { date: ranOn, total, paid })}
          </p>
        </div>
        {isRunning && total > 0 ? (
          <Progress value={(100 * done) / total} aria-label={t('gateway.run.title')} />
        ) : null}
        <FailureAlert failure={run.failure} />
      </div>
    </Panel>
  );
}
