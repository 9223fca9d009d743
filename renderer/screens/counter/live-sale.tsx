import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { type AttemptState, isFinal } from '../../../shared/domain/attempt.ts';
import { displayOfAttempt, useCustomerDisplay } from '../../connection/customer-display.ts';
import { useClientLanguage } from '../../connection/use-client-language.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { GatewayLive } from '../../parts/gateway-live.tsx';
import { IntegratedTerminal } from '../../parts/integrated-terminal.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { type AttemptRead, TerminalAnswer } from '../../parts/terminal-answer.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo, replaceRoute } from '../../shell/router.ts';
import { AbandonSale } from './abandon-sale.tsx';
import classes from './counter.module.css';
import { finishSale, type SaleDone, startNewSale } from './counter-state.ts';
import { ResumeSale } from './resume-sale.tsx';
import { SoldLines } from './sold-lines.tsx';

export type SaleRead = OutputOf<'sale.read'>;

/** The sale has left this window: it is in the ledger, waiting for a terminal, for another tender, or settled. */
export function LiveSale({ saleId }: { saleId: number }) {
  const { t } = useWords();
  const { data: sale, failure } = useRead('sale.read', { saleId });
  const [isAbandoning, setAbandoning] = useState(false);
  if (failure) {
    return (
      <Page title={t('counter.sale.title')}>
        <FailureAlert failure={failure} />
        <Leave />
      </Page>
    );
  }
  if (!sale) return null;
  if (sale.state === 'completed' && sale.outcome?.state === 'done') return <Completed done={sale.outcome} />;
  const attempt = sale.attempts.find(({ attemptId }) => attemptId === sale.openAttemptId);
  const isWaiting = attempt !== undefined && !isFinal(attempt.state as AttemptState);
  const isIntegrated = attempt !== undefined && attempt.driver !== 'standalone';
  const isInDoubt = isWaiting && attempt.state !== 'sent' && attempt.state !== 'prepared';
  const lead = sale.clientName;

  return (
    <Page
      title={t('counter.sale.title')}
      lead={lead}
      actions={
        !isWaiting &&
        sale.state === 'open' && (
          <Button variant="default" onClick={() => setAbandoning(true)}>
            {t('counter.sale.abandon')}
          </Button>
        )
      }
    >
      {sale.approvedMinor > 0 && (
        <p className={classes.approved}>
          <IconCircleCheck size={20} aria-hidden="true" />
          {t('counter.sale.approved', { amount: sale.approvedMinor })}
        </p>
      )}
      {sale.state === 'abandoned' && (
        <Panel>
          <p>{t('counter.sale.abandoned')}</p>
          <Leave />
        </Panel>
      )}
      <div className={classes.live}>
        <div className={classes.liveNow}>
          {isInDoubt && !isIntegrated && (
            <Panel>
              <div className={classes.doubt}>
                <IconAlertTriangle size={30} stroke={1.6} aria-hidden="true" />
                <div>
                  <h2>{t('counter.sale.doubt')}</h2>
                  <p>{t('counter.sale.doubtLead')}</p>
                </div>
              </div>
              <div className={classes.doubtButtons}>
                <Leave />
                <Button variant="default" onClick={() => goTo('action')}>
                  {t('counter.sale.goToAction')}
                </Button>
              </div>
            </Panel>
          )}
          {isWaiting && (isIntegrated || !isInDoubt) && (
            <Panel>
              <LiveTerminal key={attempt.attemptId} attempt={attempt} clientId={sale.clientId} />
              {isInDoubt && isIntegrated && (
                <div className={classes.doubtButtons}>
                  <Leave />
                  <Button variant="default" onClick={() => goTo('action')}>
                    {t('counter.sale.goToAction')}
                  </Button>
                </div>
              )}
            </Panel>
          )}
          {!isWaiting && sale.state === 'open' && <ResumeSale sale={sale} />}
        </div>
        {sale.state === 'open' && sale.lines.length > 0 && <SoldLines sale={sale} />}
      </div>
      {isAbandoning && <AbandonSale sale={sale} onClose={() => setAbandoning(false)} />}
    </Page>
  );
}

/** Who shows an attempt that waits; a stand-alone terminal is answered for by the clerk. */
const LIVE: Partial<Record<AttemptRead['driver'], typeof IntegratedTerminal>> = {
  nexo: IntegratedTerminal,
  gateway: GatewayLive,
  'by-hand': GatewayLive,
};

function LiveTerminal({ attempt, clientId }: { attempt: AttemptRead; clientId: number }) {
  const language = useClientLanguage(clientId);
  useCustomerDisplay(displayOfAttempt(attempt, language));
  const settle = useCommand('payment.settle', String(attempt.attemptId));
  const Terminal = LIVE[attempt.driver] ?? TerminalAnswer;
  return (
    <Terminal
      attempt={attempt}
      isRunning={settle.isRunning}
      isUnanswered={settle.isUnanswered}
      failure={settle.failure}
      onAnswer={(answer) => void settle.run({ attemptId: attempt.attemptId, ...answer })}
    />
  );
}

/** From here on the receipt is shown at the counter's own address, so that the next sale starts without this one. */
function Completed({ done }: { done: SaleDone }) {
  useEffect(() => {
    finishSale(done);
    replaceRoute('counter');
  }, [done]);
  return null;
}

function Leave() {
  const { t } = useWords();
  return (
    <Button
      onClick={() => {
        startNewSale();
        replaceRoute('counter');
      }}
    >
      {t('counter.newSale')}
    </Button>
  );
}
