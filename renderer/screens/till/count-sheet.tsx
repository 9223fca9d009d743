import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { countTotalMinor } from '../../../shared/domain/till-count.ts';
import { useCommand } from '../../connection/use-command.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { type Counts, Denominations } from '../../parts/denominations.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './till.module.css';

interface Props {
  tillId: number;
  isSecond: boolean;
  onCounted: (answer: OutputOf<'till.count'>) => void;
}

/** A blind count with its running total, typed from line to line. */
export function CountSheet({ tillId, isSecond, onCounted }: Props) {
  const { t } = useWords();
  const [counts, setCounts] = useState<Counts>({});
  const [isEarly, setEarly] = useState(false);
  // A key pressed too early must not spend the only blind count; an empty drawer is counted by typing 0
  const isUntouched = Object.keys(counts).length === 0;
  const count = useCommand('till.count', String(tillId));
  const send = async () => {
    const answer = await count.run({ tillId, denominations: counts });
    if (answer) onCounted(answer);
  };
  return (
    <div className={classes.columns}>
      <Panel title={isSecond ? t('till.count.second') : t('till.count.title')}>
        <div className={classes.stack}>
          <p className={classes.soft}>{t('till.count.lead')}</p>
          <Denominations
            counts={counts}
            onChange={(changed) => {
              if (!count.isUnanswered) setCounts(changed);
            }}
          />
        </div>
      </Panel>
      <Panel title={t('till.count.total')}>
        <div className={classes.stack}>
          <div aria-live="polite">
            <Amount minor={countTotalMinor(counts)} size="huge" />
          </div>
          <FailureAlert failure={count.failure} isUnanswered={count.isUnanswered} />
          {isUntouched && isEarly ? (
            <Alert color="amber" variant="light" role="alert">
              {t('till.count.nothing')}
            </Alert>
          ) : null}
          <ConfirmBar
            label={t('till.count.submit')}
            disabled={isUntouched}
            onEarly={() => setEarly(true)}
            isRunning={count.isRunning}
            isUnanswered={count.isUnanswered}
            onConfirm={() => void send()}
          />
          <Button variant="default" disabled={count.isUnanswered} onClick={() => setCounts({})}>
            {t('till.count.clear')}
          </Button>
        </div>
      </Panel>
    </div>
  );
}
