import type { CommandName } from '../../shared/contract/contract.ts';

/** A command's idempotency key with the input it was made for, kept until a final outcome is known (settled.md 12). */
export interface PendingCommand {
  readonly key: string;
  readonly inputText: string;
  /** Sent, and no answer came: it may have happened, and only its own key tells. */
  readonly isUnanswered: boolean;
}

/**
 * Commands that say what something is, which can be said again otherwise: the answer about an attempt, of which the
 * ledger keeps one outcome, and the details of a client, a product, a member of staff...
 */
const CAN_BE_SAID_AGAIN: ReadonlySet<CommandName> = new Set([
  'payment.settle',
  'refund.settle',
  'client.change',
  'client.changePerson',
  'organisation.change',
  'product.change',
  'staff.change',
  'terminal.change',
  'till.change',
]);

/**
 * What goes when this input is confirmed. The same input goes under the key it already has. Another input is another
 * command, with a new key, except over an unanswered order (a sale, a payment, a refund...): that one goes again as it
 * was, since a second order beside it could be the same money twice.
 */
export function planSend(
  name: CommandName,
  kept: PendingCommand | null,
  input: unknown,
  newKey: () => string,
): PendingCommand {
  const inputText = JSON.stringify(input);
  if (kept && (kept.inputText === inputText || (kept.isUnanswered && !CAN_BE_SAID_AGAIN.has(name))))
    return kept;
  return { key: newKey(), inputText, isUnanswered: false };
}

const nameOf = (slot: string) => `guichet.key.${slot}`;

export function readPending(slot: string): PendingCommand | null {
  const stored = window.sessionStorage.getItem(nameOf(slot));
  return stored ? (JSON.parse(stored) as PendingCommand) : null;
}

export function keepPending(slot: string, pending: PendingCommand): void {
  window.sessionStorage.setItem(nameOf(slot), JSON.stringify(pending));
}

export function forgetPending(slot: string): void {
  window.sessionStorage.removeItem(nameOf(slot));
}
