import { useRef } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { type AttemptRead, TerminalAnswer } from '../../parts/terminal-answer.tsx';
import { TerminalInstruction } from '../../parts/terminal-instruction.tsx';
import { OriginalCards } from './original-cards.tsx';
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
  const answers = useRef<HTMLDivElement>(null);
  const settle = useCommand('refund.settle', String(refund.refundId));
  return (
    <>
      <TerminalInstruction attempt={attempt} original={null} isInDoubt={false} />
      <OriginalCards refund={refund} />
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
