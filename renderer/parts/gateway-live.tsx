import { Button } from '@mantine/core';
import { IconBuildingBank, IconCloud, IconHelpHexagon } from '@tabler/icons-react';
import { queries } from '../connection/queries.ts';
import { useSessionCall } from '../connection/use-session-call.ts';
import { useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import { FailureAlert } from './failure-alert.tsx';
import { GatewayAnswer } from './gateway-answer.tsx';
import doubtClasses from './integrated-doubt.module.css';
import type { IntegratedTerminalProps } from './integrated-terminal.tsx';
import classes from './terminal-answer.module.css';

/** A charge or refund that the gateway has, wherever it stands; a person is asked only when the gateway cannot tell. */
export function GatewayLive(props: IntegratedTerminalProps) {
  const { t } = useWords();
  const { attempt } = props;
  const { state, direction, saved } = attempt;
  const ask = useSessionCall('gateway.ask');
  const isByHand = attempt.driver === 'by-hand';
  if (!isByHand && (state === 'prepared' || state === 'sent' || state === 'resolving')) {
    const isPending = state === 'resolving';
    const Icon = isPending ? IconBuildingBank : IconCloud;
    const working = direction === 'in' ? 'gateway.live.working' : 'gateway.live.workingOut';
    return (
      <section className={classes.all}>
        <div className={classes.instruction}>
          <Icon size={40} stroke={1.5} aria-hidden="true" />
          <div>
            <h1 className={classes.what} aria-live="polite">
              {t(isPending ? 'gateway.live.pending' : working)}
            </h1>
            <Amount minor={attempt.amountMinor} size="huge" />
            {saved && <p className={classes.hint}>{t('gateway.live.on', saved)}</p>}
            <p className={classes.hint}>
              {t(isPending ? 'gateway.live.pendingLead' : 'gateway.live.noTyping')}
            </p>
          </div>
        </div>
      </section>
    );
  }
  const lead = isByHand ? 'byHand' : state === 'unknown' ? 'doubtLead' : 'needsPerson';
  return (
    <section className={doubtClasses.all} aria-labelledby="gateway-doubt">
      <div className={doubtClasses.doubt}>
        <h2 id="gateway-doubt" aria-live="polite">
          <IconHelpHexagon size={30} stroke={1.6} aria-hidden="true" />{' '}
          {t(isByHand ? 'gateway.setting.by-hand' : 'gateway.live.doubt')}
        </h2>
        <Amount minor={attempt.amountMinor} size="big" />
        {saved && <p>{t('gateway.live.on', saved)}</p>}
        <p>{t(`gateway.live.${lead}`)}</p>
        {isByHand ? null : (
          <Button
            variant="default"
            loading={ask.isRunning}
            onClick={async () => {
              if (await ask.run({ attemptId: attempt.attemptId })) void queries.invalidateQueries();
            }}
          >
            {t('gateway.live.ask')}
          </Button>
        )}
        <FailureAlert failure={ask.failure} />
      </div>
      {isByHand || state !== 'unknown' ? <GatewayAnswer {...props} /> : null}
    </section>
  );
}
