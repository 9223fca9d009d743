import { Button } from '@mantine/core';
import { IconCircleX, IconHelpHexagon } from '@tabler/icons-react';
import { AttemptEnded, endedOnTerminal } from '../../parts/attempt-ended.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import classes from './refund.module.css';
import type { RefundRead } from './refund-facts.tsx';

type Attempt = RefundRead['attempts'][number];

/** The outcome is unknown: said calmly, with the one next step. Only the Action Center answers it. */
export function RefundDoubt({ refund, attempt }: { refund: RefundRead; attempt: Attempt | undefined }) {
  const { t } = useWords();
  const next =
    attempt?.state === 'conflict'
      ? t('refund.doubt.conflict')
      : refund.destination === 'cash'
        ? t('refund.doubt.nextCash')
        : t('refund.doubt.nextTerminal', { name: attempt?.terminalName ?? '' });
  return (
    <section className={classes.instruction} data-tone="doubt" aria-labelledby="doubt-title">
      <h2 id="doubt-title" className={classes.toDo}>
        <IconHelpHexagon size={30} aria-hidden="true" /> {t('refund.doubt.title')}
      </h2>
      <p className={classes.question}>{t('refund.doubt.lead', { amount: refund.amountMinor })}</p>
      <p>{next}</p>
      <div>
        <Button size="lg" onClick={() => goTo('action', null, { refund: refund.refundId })}>
          {t('refund.doubt.settle')}
        </Button>
      </div>
    </section>
  );
}

/** Nothing moved: the money is refundable again, and another way can be chosen as a new refund. */
export function RefundFailed({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const unusedApproval = refund.attempts.length === 0 ? refund.approval : null;
  const last = refund.attempts.at(-1);
  const wasDeclined = last?.state === 'declined';
  return (
    <section className={classes.instruction} data-tone="bad" aria-labelledby="failed-title">
      <h2 id="failed-title" className={classes.toDo}>
        <IconCircleX size={30} aria-hidden="true" /> {t('refund.failed.title')}
      </h2>
      {endedOnTerminal(last) ? <AttemptEnded attempt={last} /> : null}
      <p className={classes.question}>
        {unusedApproval
          ? t(`approval.ended.${unusedApproval.state as 'lapsed'}`, {
              name: unusedApproval.approverName ?? '',
              note: endSentence(unusedApproval.note),
            })
          : t(wasDeclined ? 'refund.failed.declined' : 'refund.failed.notDone')}
      </p>
      <div>
        <Button
          size="lg"
          onClick={() =>
            goTo('refund', null, { client: refund.clientId, amount: refund.amountMinor, step: 'destination' })
          }
        >
          {t('refund.failed.another')}
        </Button>
      </div>
    </section>
  );
}

const endSentence = (note: string) => (/[.!?]$/.test(note) || note === '' ? note : `${note}.`);
