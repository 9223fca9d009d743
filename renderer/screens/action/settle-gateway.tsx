import { Button } from '@mantine/core';
import { queries } from '../../connection/queries.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { GatewayAnswer } from '../../parts/gateway-answer.tsx';
import type { IntegratedTerminalProps } from '../../parts/integrated-terminal.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';

/** A gateway has the word, or a person does at its own pages: whichever knows first what became of the money. */
export const isOnGateway = ({ driver }: { driver: string }): boolean =>
  driver === 'gateway' || driver === 'by-hand';

/** Asks the gateway once more, or takes a person's word with the processor's own reference. */
export function SettleGateway(props: IntegratedTerminalProps) {
  const { t } = useWords();
  const { attemptId, driver, state } = props.attempt;
  const ask = useSessionCall('gateway.ask');
  const isItsTurn = driver === 'gateway' && (state === 'prepared' || state === 'sent');
  if (isItsTurn) return <p className={classes.soft}>{t('gateway.live.noTyping')}</p>;
  const lead = driver === 'by-hand' ? 'byHand' : state === 'unknown' ? 'doubtLead' : 'needsPerson';
  return (
    <>
      <p className={classes.soft}>
        {t(state === 'resolving' ? 'gateway.live.tooLong' : `gateway.live.${lead}`)}
      </p>
      {driver === 'gateway' ? (
        <div className={classes.links}>
          <Button
            loading={ask.isRunning}
            onClick={async () => {
              if (await ask.run({ attemptId })) void queries.invalidateQueries();
            }}
          >
            {t('gateway.live.ask')}
          </Button>
        </div>
      ) : null}
      <FailureAlert failure={ask.failure} />
      <GatewayAnswer {...props} />
    </>
  );
}
