import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { CloseHistory } from './close-history.tsx';
import classes from './till.module.css';
import { type ZRead, ZSummary } from './z-summary.tsx';

export type TillRead = OutputOf<'till.read'>;

/** A closed till: its last Z, the way to open it, and its earlier closes. */
export function ClosedTill({ till, justClosed }: { till: TillRead; justClosed: ZRead | null }) {
  const { t } = useWords();
  const [floatMinor, setFloatMinor] = useState<number | null>(null);
  const [shown, setShown] = useState<string | null>(justClosed?.zNumber ?? null);
  const open = useCommand('till.open', String(till.tillId));
  const z = till.closes.find((close) => close.zNumber === shown);
  return (
    <div className={classes.columns}>
      <div className={classes.stack}>
        {z ? <ZSummary z={z} /> : null}
        <CloseHistory closes={till.closes} shown={shown} onShow={setShown} />
      </div>
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
    </div>
  );
}
