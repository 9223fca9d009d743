import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { useHasRole } from '../connection/session.ts';
import { useWords } from '../shell/language.ts';
import { AnswerChoice, type TerminalAnswerKind } from './answer-choice.tsx';
import { ConfirmBar } from './confirm-bar.tsx';
import { FailureAlert } from './failure-alert.tsx';
import { emptySlip, evidenceOf, type Slip, SlipForm, slipProblem } from './slip-form.tsx';
import classes from './terminal-answer.module.css';
import { type OriginalCard, TerminalInstruction } from './terminal-instruction.tsx';

export type AttemptRead = OutputOf<'refund.read'>['attempts'][number];
/** What `payment.settle` and `refund.settle` take beside the reference. */
export type Settlement = Omit<InputOf<'payment.settle'>, 'attemptId'>;

interface TerminalAnswerProps {
  readonly attempt: AttemptRead;
  /** Cards the money came from (refunds): another last 4 needs a reason. */
  readonly expectedLast4?: string | null;
  readonly original?: OriginalCard | null;
  readonly onAnswer: (settlement: Settlement) => void;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
  readonly isUnanswered?: boolean;
  /** False where the place is already told, as in the Action Center. */
  readonly withInstruction?: boolean;
  /** What most likely is true; a person confirms it all the same. */
  readonly preselected?: TerminalAnswerKind | null;
  /** Answers that make no sense here. */
  readonly without?: readonly TerminalAnswerKind[];
}

/** The instruction for the stand-alone terminal, then the clerk's answer with the slip retyped (terminal.md §3.9). */
export function TerminalAnswer(props: TerminalAnswerProps) {
  const { t } = useWords();
  const { attempt, expectedLast4 = null, isRunning, failure, withInstruction = true } = props;
  const isSupervisor = useHasRole('supervisor');
  const [answer, setAnswer] = useState<TerminalAnswerKind | null>(props.preselected ?? null);
  const [slip, setSlip] = useState<Slip>(emptySlip);
  const [reason, setReason] = useState('');
  const isInDoubt = attempt.state !== 'sent' && attempt.state !== 'prepared';
  // to answer a contradiction is to say which of the two was true
  const needsReason =
    isInDoubt && (answer === 'declined' || answer === 'not-done' || attempt.state === 'conflict');
  const supervisorOnly: readonly TerminalAnswerKind[] =
    !isInDoubt || isSupervisor
      ? []
      : attempt.state === 'conflict'
        ? ['approved', 'declined', 'not-done']
        : ['declined', 'not-done'];
  const problem = answer === 'approved' ? slipProblem(slip, attempt.amountMinor, expectedLast4) : null;
  const isReady = answer !== null && !problem && (!needsReason || reason.trim() !== '');
  const recordedMinor = answer === 'approved' && slip.retypedMinor ? slip.retypedMinor : attempt.amountMinor;

  const confirm = () => {
    if (!answer || !isReady) return;
    props.onAnswer({
      answer,
      ...(answer === 'approved' ? evidenceOf(slip, attempt.amountMinor) : {}),
      ...(needsReason ? { reason: reason.trim() } : {}),
    });
  };

  return (
    <section className={classes.all} aria-label={t('terminal.question')}>
      {withInstruction && (
        <TerminalInstruction
          attempt={attempt}
          original={props.original ?? null}
          isInDoubt={isInDoubt}
          isCompact={answer !== null}
        />
      )}
      {answer === null ? (
        <AnswerChoice
          onChoose={setAnswer}
          without={props.without ?? []}
          supervisorOnly={supervisorOnly}
          isDisabled={isRunning}
        />
      ) : (
        <div className={classes.chosen}>
          <h2 className={classes.heading}>{t(`terminal.answer.${answer}`)}</h2>
          {answer === 'approved' && (
            <SlipForm
              slip={slip}
              onChange={setSlip}
              askedMinor={attempt.amountMinor}
              expectedLast4={expectedLast4}
              mayOverride={isSupervisor && failure?.code === 'slip-already-used'}
            />
          )}
          {answer === 'unknown' && <p className={classes.lead}>{t('terminal.unknownLead')}</p>}
          {answer === 'not-done' && <p className={classes.lead}>{t('terminal.notDoneLead')}</p>}
          {answer === 'declined' && <p className={classes.lead}>{t('terminal.declinedLead')}</p>}
          {needsReason && (
            <TextInput
              label={t('terminal.reason')}
              description={t('terminal.reasonHint')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              required
              autoFocus={answer !== 'approved'}
            />
          )}
          <FailureAlert failure={failure} isUnanswered={props.isUnanswered ?? false} />
          <ConfirmBar
            label={t(`terminal.confirm.${answer}`, { amount: recordedMinor })}
            onConfirm={confirm}
            disabled={!isReady}
            isRunning={isRunning}
            onBack={() => setAnswer(null)}
            backLabel={t('terminal.changeAnswer')}
          />
        </div>
      )}
    </section>
  );
}
