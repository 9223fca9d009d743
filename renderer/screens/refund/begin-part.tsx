import { Button, TextInput } from '@mantine/core';
import { IconArrowsSplit } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { replaceRoute } from '../../shell/router.ts';
import { partWay } from './part-way.ts';
import classes from './refund.module.css';
import type { RefundRead } from './refund-facts.tsx';

/** A part that nobody has begun: one key begins it; or it will not be given, for a reason. */
export function BeginPart({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const begin = useCommand('refund.begin', String(refund.refundId));
  const settle = useCommand('refund.settle', String(refund.refundId));
  const [isGivenUp, setGivenUp] = useState(false);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { refundId } = refund;
  const amount = refund.drawerMinor ?? refund.amountMinor;
  const own = refund.parts.find((part) => part.refundId === refundId);
  const command = isGivenUp ? settle : begin;
  const isMissing = isGivenUp && reason.trim() === '';
  const confirm = () => {
    setAsked(true);
    if (!isGivenUp) void begin.run({ refundId });
    else if (!isMissing) void settle.run({ refundId, answer: 'not-done', reason: reason.trim() });
  };
  return (
    <section className={classes.instruction} aria-labelledby="part-title">
      <h2 id="part-title" className={classes.toDo}>
        <IconArrowsSplit size={30} aria-hidden="true" /> {t('refund.parts.toBegin.title', { amount })}
      </h2>
      <p>{t('refund.parts.toBegin.lead')}</p>
      {isGivenUp ? (
        <TextInput
          label={t('refund.cheque.notMadeReason')}
          description={t('refund.parts.toBegin.giveUpHelp')}
          value={reason}
          maxLength={200}
          error={isAsked && isMissing ? t('refund.reason.needed') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
      <ConfirmBar
        label={
          isGivenUp
            ? t('refund.parts.toBegin.giveUpConfirm')
            : t('refund.parts.toBegin.begin', { amount, way: own ? partWay(t, own) : '' })
        }
        isRunning={command.isRunning}
        isUnanswered={command.isUnanswered}
        onConfirm={confirm}
      />
      <div>
        <Button
          variant="default"
          disabled={command.isRunning || command.isUnanswered}
          onClick={() => {
            setGivenUp(!isGivenUp);
            setAsked(false);
          }}
        >
          {t(isGivenUp ? 'refund.handOver.again' : 'refund.parts.toBegin.giveUp')}
        </Button>
      </div>
      <p className={classes.soft}>{t('refund.parts.toBegin.later')}</p>
    </section>
  );
}

/** After one part, whatever became of it: the next that waits, begun by its own page. */
export function NextPart({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const next = refund.parts.find((part) => part.state === 'to-begin' && part.refundId !== refund.refundId);
  if (!next) return null;
  return (
    <div>
      <Button size="lg" autoFocus onClick={() => replaceRoute('refund', next.refundId)}>
        {t('refund.parts.toBegin.next', {
          amount: next.drawerMinor ?? next.amountMinor,
          way: partWay(t, next),
        })}
      </Button>
    </div>
  );
}
