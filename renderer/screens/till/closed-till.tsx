import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { CloseHistory } from './close-history.tsx';
import { OpenAttempts } from './open-attempts.tsx';
import classes from './till.module.css';
import { TillPrinter } from './till-printer.tsx';

export type TillRead = OutputOf<'till.read'>;

/** A closed till: the way to open it, its earlier closes, and what of it went to the bank. */
export function ClosedTill({ till }: { till: TillRead }) {
  const { t } = useWords();
  const [floatMinor, setFloatMinor] = useState<number | null>(null);
  const open = useCommand('till.open', String(till.tillId));
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        <OpenAttempts attempts={till.openAttempts} />
        <CloseHistory closes={till.closes} />
      </div>
      <div className={classes.side}>
        <Panel title={t('till.open.title')}>
          <div className={classes.stack}>
            <MoneyField
              autoFocus
              required
              label={t('till.open.float')}
              description={t('till.open.floatHelp')}
              value={floatMinor}
              onChange={(typedMinor) => {
                setFloatMinor(typedMinor);
                open.clearFailure();
              }}
              disabled={open.isUnanswered}
            />
            <FailureAlert failure={open.failure} isUnanswered={open.isUnanswered} />
            <ConfirmBar
              label={t('till.open.submit')}
              disabled={floatMinor === null}
              isRunning={open.isRunning}
              isUnanswered={open.isUnanswered}
              onConfirm={() => void open.run({ tillId: till.tillId, floatMinor: floatMinor ?? 0 })}
            />
          </div>
        </Panel>
        <TillPrinter tillId={till.tillId} />
      </div>
    </div>
  );
}
