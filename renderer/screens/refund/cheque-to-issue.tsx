import { Button, TextInput } from '@mantine/core';
import { IconWriting } from '@tabler/icons-react';
import { useState } from 'react';
import { useHasRole } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';
import type { RefundRead } from './refund-facts.tsx';

interface Props {
  refund: Pick<RefundRead, 'refundId' | 'amountMinor' | 'clientName'>;
  /** Told once it is answered; the refund's own page needs no telling. */
  onAnswered?: (notice: string) => void;
}

/** A cheque of the list: its number once it is made out, or why it will not be. */
export function ChequeToIssue({ refund, onAnswered }: Props) {
  const { t } = useWords();
  const settle = useCommand('refund.settle', String(refund.refundId));
  const isSupervisor = useHasRole('supervisor');
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [isGivenUp, setGivenUp] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const wasUsed = settle.failure?.code === 'cheque-number-used';
  const missing = isGivenUp ? reason.trim() === '' : number.trim() === '';

  const send = async () => {
    setAsked(true);
    if (missing && !settle.isUnanswered) return;
    const { refundId } = refund;
    const settled = await settle.run(
      isGivenUp
        ? { refundId, answer: 'not-done', reason: reason.trim() }
        : {
            refundId,
            answer: 'approved',
            chequeNumber: number.trim(),
            ...(wasUsed && reason.trim() ? { overrideReason: reason.trim() } : {}),
          },
    );
    if (settled)
      onAnswered?.(
        isGivenUp ? t('refund.cheque.withdrawn') : t('refund.cheque.done', { number: number.trim() }),
      );
  };

  return (
    <section className={classes.instruction} aria-labelledby="cheque-title">
      <h2 id="cheque-title" className={classes.toDo}>
        <IconWriting size={30} aria-hidden="true" />{' '}
        {t('refund.cheque.title', { amount: refund.amountMinor })}
      </h2>
      <p>{t('refund.cheque.lead', { name: refund.clientName })}</p>
      {isGivenUp ? (
        <TextInput
          label={t('refund.cheque.notMadeReason')}
          description={t('refund.cheque.notMadeHelp')}
          value={reason}
          maxLength={200}
          error={isAsked && missing ? t('refund.reason.needed') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          label={t('refund.cheque.number')}
          value={number}
          inputMode="numeric"
          autoComplete="off"
          maxLength={60}
          error={isAsked && missing ? t('refund.cheque.numberNeeded') : null}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      )}
      {wasUsed && isSupervisor && !isGivenUp ? (
        <TextInput
          label={t('refund.cheque.overrideReason')}
          value={reason}
          maxLength={200}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <FailureAlert failure={settle.failure} isUnanswered={settle.isUnanswered} />
      <ConfirmBar
        label={
          isGivenUp
            ? t('refund.cheque.notMadeConfirm')
            : t('refund.cheque.issue', { amount: refund.amountMinor })
        }
        isRunning={settle.isRunning}
        isUnanswered={settle.isUnanswered}
        onConfirm={() => void send()}
      />
      <div>
        <Button
          variant="default"
          disabled={settle.isRunning || settle.isUnanswered}
          onClick={() => {
            setGivenUp(!isGivenUp);
            setAsked(false);
          }}
        >
          {t(isGivenUp ? 'refund.handOver.again' : 'refund.cheque.notMade')}
        </Button>
      </div>
      {onAnswered ? null : <p className={classes.soft}>{t('refund.cheque.later')}</p>}
    </section>
  );
}
