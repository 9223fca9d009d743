import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../connection/use-command.ts';
import { useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import { FailureAlert } from './failure-alert.tsx';
import { IntegratedDoubt } from './integrated-doubt.tsx';
import { KeyHint } from './key-hint.tsx';
import classes from './terminal-answer.module.css';
import type { AttemptRead, TerminalAnswer } from './terminal-answer.tsx';
import { useKeys } from './use-keys.ts';
import { useSeconds } from './use-seconds.ts';

type Answering = Parameters<typeof TerminalAnswer>[0];

export interface IntegratedTerminalProps
  extends Pick<Answering, 'onAnswer' | 'isRunning' | 'failure' | 'isUnanswered' | 'expectedLast4'> {
  readonly attempt: AttemptRead;
}

const CANCEL_KEY = 'F8';

/** An attempt on an integrated terminal, wherever it stands: everything here is what the service says now. */
export function IntegratedTerminal(props: IntegratedTerminalProps) {
  const { state } = props.attempt;
  const isWorking = state === 'prepared' || state === 'sent' || state === 'resolving';
  return isWorking ? (
    <IntegratedLive key={props.attempt.attemptId} attempt={props.attempt} />
  ) : (
    <IntegratedDoubt {...props} />
  );
}

/** The terminal has the word: the amount, what to tell the client, and the one thing the clerk may do. */
function IntegratedLive({ attempt }: { attempt: AttemptRead }) {
  const { t } = useWords();
  const seconds = useSeconds(attempt.at);
  const abort = useCommand('terminal.abort', String(attempt.attemptId));
  const [isAsked, setAsked] = useState(false);
  const cancel = async () => {
    if (await abort.run({ attemptId: attempt.attemptId })) setAsked(true);
  };
  useKeys({ [CANCEL_KEY]: abort.isRunning || isAsked ? undefined : () => void cancel() });
  const { direction } = attempt;
  const title = attempt.state === 'resolving' ? 'integrated.stillWorking' : `integrated.title.${direction}`;
  return (
    <section className={classes.all}>
      <div className={classes.instruction}>
        <IconDeviceMobile size={40} stroke={1.5} aria-hidden="true" />
        <div>
          <h1 className={classes.what} aria-live="polite">
            {t(title as 'integrated.title.in', { terminal: attempt.terminalName ?? '' })}
          </h1>
          <Amount minor={attempt.amountMinor} size="huge" />
          <p className={classes.hint}>
            {t('integrated.say')}{' '}
            <span className={classes.words}>{t(`integrated.sayWords.${direction}`)}</span>
          </p>
          <p className={classes.hint}>{t('integrated.noTyping')}</p>
        </div>
      </div>
      <p className={classes.elapsed} role="timer" aria-live="off">
        {t('integrated.elapsed', { seconds })}
      </p>
      <FailureAlert failure={abort.failure} isUnanswered={abort.isUnanswered} />
      <div>
        <Button
          variant="default"
          size="md"
          loading={abort.isRunning}
          disabled={isAsked}
          aria-keyshortcuts={CANCEL_KEY}
          rightSection={<KeyHint keys={CANCEL_KEY} />}
          onClick={() => void cancel()}
        >
          {t('integrated.cancel')}
        </Button>
      </div>
      <div role="status">
        {isAsked ? <p className={classes.lead}>{t('integrated.cancelAsked')}</p> : null}
      </div>
    </section>
  );
}
