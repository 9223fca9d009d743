import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { queries } from '../../connection/queries.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import type { AttemptRead } from '../../parts/terminal-answer.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';

interface Props {
  attempt: AttemptRead;
  onAnswered: (notice: string) => void;
}

const SETTLES: readonly OutputOf<'terminal.ask'>['answer'][] = [
  'approved',
  'declined',
  'cancelled',
  'not-sent',
];

/** The terminal's own answer is on the way: nobody may answer for it, and there is nothing to ask. */
export function worksOnTerminal({ driver, state }: AttemptRead): boolean {
  return driver === 'nexo' && (state === 'prepared' || state === 'sent');
}

/** An integrated terminal can be asked: better than anybody's memory. Nothing is done again. */
export function AskTerminal({ attempt, onAnswered }: Props) {
  const { t } = useWords();
  const ask = useSessionCall('terminal.ask');
  const [answer, setAnswer] = useState<OutputOf<'terminal.ask'>['answer'] | null>(null);
  if (attempt.driver !== 'nexo') return null;
  const run = async () => {
    setAnswer(null);
    const told = await ask.run({ attemptId: attempt.attemptId });
    if (!told) return;
    const isStillOpen = attempt.state === 'conflict' || attempt.state === 'needs-operator';
    if (SETTLES.includes(told.answer) && !isStillOpen) onAnswered(t(`integrated.ask.answer.${told.answer}`));
    else setAnswer(told.answer === 'approved' && isStillOpen ? 'conflict' : told.answer);
    void queries.invalidateQueries();
  };
  return (
    <div className={classes.stack}>
      <div className={classes.links}>
        <Button loading={ask.isRunning} onClick={() => void run()}>
          {t('integrated.ask.button')}
        </Button>
        <span className={classes.soft}>{t('integrated.ask.help')}</span>
      </div>
      <FailureAlert failure={ask.failure} />
      <div role="status">{answer ? <p>{t(`integrated.ask.answer.${answer}`)}</p> : null}</div>
    </div>
  );
}
