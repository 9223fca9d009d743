import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useWords } from '../../shell/language.ts';
import { cashRefundWords } from './cash-words.ts';
import classes from './refund.module.css';

type RefundRead = OutputOf<'refund.read'>;
type Answer = 'approved' | 'not-done' | 'unknown';

const KEYS: Record<Answer, string> = { approved: 'F7', 'not-done': 'F8', unknown: 'F9' };

/** Cash leaves by the clerk's hand: one sentence to do, one question, three answers. Never F12: pressed twice at the confirm step it would answer. */
export function CashHandOver({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const settle = useCommand('refund.settle', String(refund.refundId));
  const [isSure, setSure] = useState(false);
  const drawerMinor = refund.drawerMinor ?? refund.amountMinor;
  const answer = (given: Answer) => void settle.run({ refundId: refund.refundId, answer: given });
  useKeys(
    isSure
      ? { F12: () => answer('not-done'), Escape: () => setSure(false) }
      : {
          [KEYS.approved]: () => answer('approved'),
          [KEYS['not-done']]: () => setSure(true),
          [KEYS.unknown]: () => answer('unknown'),
        },
    { enabled: !settle.isRunning },
  );
  const [, roundWords] = cashRefundWords(t, { amountMinor: refund.amountMinor, drawerMinor });
  return (
    <section className={classes.instruction} aria-labelledby="hand-over-title">
      <h2 id="hand-over-title" className={classes.handOver}>
        {t('refund.handOver.cashTitle', { amount: drawerMinor })}
      </h2>
      <p className={classes.soft}>
        {roundWords} {t('refund.handOver.cashRecord', { amount: refund.amountMinor })}
      </p>
      <FailureAlert failure={settle.failure} isUnanswered={settle.isUnanswered} />
      {isSure ? (
        <>
          <p className={classes.question}>{t('refund.handOver.notDoneHelp')}</p>
          <div className={classes.answers}>
            <Button
              size="lg"
              color="brick"
              loading={settle.isRunning}
              aria-keyshortcuts="F12"
              rightSection={<KeyHint keys="F12" on="dark" />}
              onClick={() => answer('not-done')}
            >
              {t('refund.handOver.notDoneConfirm')}
            </Button>
            <Button size="lg" variant="default" onClick={() => setSure(false)}>
              {t('refund.handOver.again')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={classes.question}>{t('refund.handOver.ask')}</p>
          <div className={classes.answers}>
            <Button
              size="lg"
              loading={settle.isRunning}
              aria-keyshortcuts={KEYS.approved}
              rightSection={<KeyHint keys={KEYS.approved} on="dark" />}
              onClick={() => answer('approved')}
            >
              {t('refund.handOver.given')}
            </Button>
            <Button
              size="lg"
              variant="default"
              disabled={settle.isRunning}
              aria-keyshortcuts={KEYS['not-done']}
              rightSection={<KeyHint keys={KEYS['not-done']} />}
              onClick={() => setSure(true)}
            >
              {t('refund.handOver.notDone')}
            </Button>
            <Button
              size="lg"
              variant="default"
              disabled={settle.isRunning}
              aria-keyshortcuts={KEYS.unknown}
              rightSection={<KeyHint keys={KEYS.unknown} />}
              onClick={() => answer('unknown')}
            >
              {t('refund.handOver.unknown')}
            </Button>
          </div>
          <p className={classes.soft}>{t('refund.handOver.noLeave')}</p>
        </>
      )}
    </section>
  );
}
