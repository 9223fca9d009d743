import type { AttemptRow } from '../ledger/attempt-store.ts';
import type { AcquiredCard, DeviceAttempt, TerminalDevice } from '../terminal/terminal-device.ts';
import type { AttemptDevice } from './attempt-device.ts';

/**
 * Waits between questions to a terminal, in milliseconds (terminal.md §3.3). The last one goes on for as long as the
 * attempt is open: an outcome is known within ten seconds of the terminal's return.
 */
const POLL_WAITS = [1000, 2000, 5000];

/** An attempt on an integrated terminal; `cardFor` gives the card that was read for it, if any. */
export function terminalAttempt(
  device: TerminalDevice,
  attempt: AttemptRow,
  cardFor: ((attempt: AttemptRow) => Promise<AcquiredCard | undefined>) | undefined,
): AttemptDevice {
  const asked = deviceAttemptOf(attempt);
  return {
    async perform(signal) {
      const card = await cardFor?.(attempt);
      return await device.perform({ ...asked, ...(card ? { card } : {}) }, signal);
    },
    askStatus: (signal) => device.askStatus(asked, signal),
    abort: (reason) => device.abort(asked, reason),
    waitMs: (round) => POLL_WAITS[Math.min(round, POLL_WAITS.length - 1)] ?? 0,
  };
}

function deviceAttemptOf(attempt: AttemptRow): DeviceAttempt {
  if (attempt.messageId === null) throw new Error(`attempt ${attempt.attemptId} has no message`);
  return {
    messageId: attempt.messageId,
    direction: attempt.direction,
    amountMinor: attempt.amountMinor,
    saleReference: attempt.refundId === null ? `S${attempt.saleId}` : `R${attempt.refundId}`,
    transactionReference: `A${attempt.attemptId}`,
    at: attempt.at,
    operator: String(attempt.staffId),
  };
}
