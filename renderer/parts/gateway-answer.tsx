import { Alert, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useHasRole } from '../connection/session.ts';
import { useWords } from '../shell/language.ts';
import { AnswerChoice, type TerminalAnswerKind } from './answer-choice.tsx';
import { ConfirmBar } from './confirm-bar.tsx';
import { FailureAlert } from './failure-alert.tsx';
import type { IntegratedTerminalProps } from './integrated-terminal.tsx';
import { MoneyField } from './money-field.tsx';
import classes from './terminal-answer.module.css';

/** What a person read at the processor: the amount and its own reference; a card's slip has nothing to do with it. */
export function GatewayAnswer(props: IntegratedTerminalProps) {
  const { t } = useWords();
  const { attempt, isRunning, failure } = props;
  const isSupervisor = useHasRole('supervisor');
  const [answer, setAnswer] = useState<TerminalAnswerKind | null>(null);
  const [retypedMinor, setRetyped] = useState<number | null>(null);
  const [reference, setReference] = useState('');
  const [reallyShows, setReallyShows] = useState(false);
  const [reason, setReason] = useState('');
  const isInDoubt = attempt.state !== 'sent' && attempt.state !== 'prepared';
  const isOther = retypedMinor !== null && retypedMinor !== attempt.amountMinor;
  const needsReason = isInDoubt && (answer === 'declined' || answer === 'not-done');
  const isReady =
    answer === 'approved'
      ? retypedMinor !== null && retypedMinor > 0 && reference.trim() !== '' && (!isOther || reallyShows)
      : answer !== null && (!needsReason || reason.trim() !== '');
  const confirm = () => {
    if (!answer || !isReady) return;
    props.onAnswer({
      answer,
      ...(answer === 'approved'
        ? { evidence: { retypedMinor: retypedMinor ?? 0, slipNumber: reference.trim() } }
        : {}),
      ...(answer === 'approved' && isOther ? { slipReallyShows: true } : {}),
      ...(needsReason ? { reason: reason.trim() } : {}),
    });
  };
  if (answer === null)
    return (
      <section className={classes.all} aria-label={t('terminal.question')}>
        <AnswerChoice
          onChoose={setAnswer}
          without={['unknown']}
          supervisorOnly={isInDoubt && !isSupervisor ? ['declined', 'not-done'] : []}
          isDisabled={isRunning}
        />
      </section>
    );
  const recordedMinor = answer === 'approved' && retypedMinor ? retypedMinor : attempt.amountMinor;
  return (
    <section className={classes.all} aria-label={t('terminal.question')}>
      <div className={classes.chosen}>
        <h2 className={classes.heading}>{t(`terminal.answer.${answer}`)}</h2>
        {answer === 'approved' ? (
          <div data-takes-scan>
            <MoneyField
              label={t('gateway.answer.amount')}
              description={t('gateway.answer.amountHint')}
              value={retypedMinor}
              onChange={(amountMinor) => {
                setRetyped(amountMinor);
                setReallyShows(false);
              }}
              autoFocus
              required
            />
            <TextInput
              mt="sm"
              label={t('gateway.answer.reference')}
              description={t('gateway.answer.referenceHint')}
              maxLength={40}
              value={reference}
              onChange={(event) => setReference(event.currentTarget.value)}
              autoComplete="off"
              required
            />
            {isOther ? (
              <Alert role="alert" color="amber" mt="md" title={null}>
                {t('gateway.answer.typeAgain', { told: retypedMinor ?? 0, asked: attempt.amountMinor })}
                <Checkbox
                  mt="sm"
                  label={t('gateway.answer.reallyShows', { told: retypedMinor ?? 0 })}
                  checked={reallyShows}
                  onChange={(event) => setReallyShows(event.currentTarget.checked)}
                />
              </Alert>
            ) : null}
          </div>
        ) : (
          <p className={classes.lead}>{t('gateway.answer.nothingMoved')}</p>
        )}
        {needsReason ? (
          <TextInput
            label={t('terminal.reason')}
            description={t('terminal.reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            required
            autoFocus
          />
        ) : null}
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
    </section>
  );
}
