import { useCommand } from '../../connection/use-command.ts';
import { GatewayLive } from '../../parts/gateway-live.tsx';
import { IntegratedTerminal } from '../../parts/integrated-terminal.tsx';
import type { AttemptRead } from '../../parts/terminal-answer.tsx';
import { OriginalCards } from './original-cards.tsx';
import type { RefundRead } from './refund-facts.tsx';
import { expectedLast4 } from './terminal-hand-over.tsx';

/** A refund that the app sent to the terminal or the gateway itself: its live state, or the calm wait for a missing answer. */
export function IntegratedHandOver({ refund, attempt }: { refund: RefundRead; attempt: AttemptRead }) {
  const settle = useCommand('refund.settle', String(refund.refundId));
  const Machine = attempt.driver === 'nexo' ? IntegratedTerminal : GatewayLive;
  return (
    <>
      <Machine
        attempt={attempt}
        expectedLast4={expectedLast4(refund, settle.failure)}
        isRunning={settle.isRunning}
        isUnanswered={settle.isUnanswered}
        failure={settle.failure}
        onAnswer={(answer) => void settle.run({ refundId: refund.refundId, ...answer })}
      />
      <OriginalCards refund={refund} />
    </>
  );
}
