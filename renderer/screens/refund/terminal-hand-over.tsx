import { useRef } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { type AttemptRead, TerminalAnswer } from '../../parts/terminal-answer.tsx';
import { TerminalInstruction } from '../../parts/terminal-instruction.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';
import type { RefundRead } from './refund-facts.tsx';

/** The last 4 of the card that should take the money back; after a refusal, the one the service still expects. */
export function expectedLast4(
  refund: RefundRead,
  failure: { code: string; detail: object } | null,
): string | null {
  if (failure?.code === 'other-card-needs-reason')
    return (failure.detail as { expectedLast4: string }).expectedLast4;
  return refund.lines.find((line) => line.origin.method === 'terminal')?.origin.cardLast4 ?? null;
}

/** The instruction for the terminal with what it asks for, the original code and last 4, then the clerk's answer. */
export function TerminalHandOver({ refund, attempt }: { refund: RefundRead; attempt: AttemptRead }) {
  const { t } = useWords();
  const answers = useRef<HTMLDivElement>(null);
  const settle = useCommand('refund.settle', String(refund.refundId));
  const cards = [
    ...new Map(refund.lines.map((line) => [line.origin.paymentId, line.origin])).values(),
  ].filter((origin) => origin.cardLast4 !== null || origin.approvalCode !== null);
  return (
    <>
      <TerminalInstruction attempt={attempt} original={null} isInDoubt={false} />
      {cards.map((origin) => (
        <dl key={origin.paymentId} className={classes.original}>
          <div>
            <dt>{t('refund.handOver.original')}</dt>
            <dd>{[origin.cardBrand, origin.number].filter(Boolean).join(' · ')}</dd>
          </div>
          {origin.approvalCode ? (
            <div>
              <dt>{t('refund.handOver.approvalCode')}</dt>
              <dd className={classes.huger}>{origin.approvalCode}</dd>
            </div>
          ) : null}
          {origin.cardLast4 ? (
            <div>
              <dt>{t('refund.handOver.last4')}</dt>
              <dd className={classes.huger}>•••• {origin.cardLast4}</dd>
            </div>
          ) : null}
        </dl>
      ))}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the slip's fields are taller than the answers, so they are kept in view */}
      <div ref={answers} onFocus={() => answers.current?.scrollIntoView({ block: 'nearest' })}>
        <TerminalAnswer
          attempt={attempt}
          withInstruction={false}
          expectedLast4={expectedLast4(refund, settle.failure)}
          isRunning={settle.isRunning}
          failure={settle.failure}
          isUnanswered={settle.isUnanswered}
          onAnswer={(settlement) => void settle.run({ refundId: refund.refundId, ...settlement })}
        />
      </div>
    </>
  );
}
