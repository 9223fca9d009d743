import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { useHasRole } from '../../connection/session.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import type { AttemptRead } from '../../parts/terminal-answer.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';

const ANSWERS = ['approved', 'not-done', 'unknown'] as const;
type Answer = (typeof ANSWERS)[number];
const KEYS: Record<Answer, string> = { approved: 'F7', 'not-done': 'F8', unknown: 'F9' };

interface Props {
  attempt: AttemptRead;
  drawerMinor: number;
  command: { failure: Failure | null; isRunning: boolean; isUnanswered: boolean };
  onAnswer: (settlement: { answer: Answer; reason?: string }) => void;
}

/** Was the cash handed over? After doubt, only a supervisor may say that it was not, with a reason. */
export function CashAnswer({ attempt, drawerMinor, command, onAnswer }: Props) {
  const { t } = useWords();
  const isSupervisor = useHasRole('supervisor');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [reason, setReason] = useState('');
  const isInDoubt = attempt.state !== 'sent' && attempt.state !== 'prepared';
  const isShut = (kind: Answer) => kind === 'not-done' && isInDoubt && !isSupervisor;
  const needsReason = answer === 'not-done' && isInDoubt;
  useKeys(
    Object.fromEntries(ANSWERS.map((kind) => [KEYS[kind], isShut(kind) ? undefined : () => setAnswer(kind)])),
    { enabled: answer === null },
  );
  if (answer === null) {
    return (
      <>
        <p className={classes.question}>{t('terminal.questionCash')}</p>
        <div className={classes.answers}>
          {ANSWERS.map((kind) => (
            <Button
              key={kind}
              variant="default"
              className={classes.answer}
              disabled={isShut(kind)}
              aria-keyshortcuts={KEYS[kind]}
              rightSection={<KeyHint keys={KEYS[kind]} />}
              onClick={() => setAnswer(kind)}
            >
              {t(`terminal.answerCash.${kind}`)}
            </Button>
          ))}
        </div>
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
      </>
    );
  }
  return (
    <>
      <p className={classes.question}>{t(`terminal.answerCash.${answer}`)}</p>
      <p className={classes.soft}>{t(`terminal.meaningCash.${answer}`)}</p>
      {needsReason ? (
        <TextInput
          autoFocus
          required
          label={t('terminal.reason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
      <ConfirmBar
        label={t(`terminal.confirmCash.${answer}`, { amount: drawerMinor })}
        disabled={needsReason && reason.trim() === ''}
        isRunning={command.isRunning}
        onConfirm={() => onAnswer({ answer, ...(needsReason ? { reason: reason.trim() } : {}) })}
        onBack={() => setAnswer(null)}
        backLabel={t('terminal.changeAnswer')}
      />
    </>
  );
}
