/** A command's idempotency key with the input it was made for, kept until a final outcome is known (settled.md 12). */
export interface PendingCommand {
  readonly key: string;
  readonly inputText: string;
  /** Sent, and no answer came: the same input must go again under the same key. */
  readonly isUnanswered: boolean;
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

/**
 * The key for this input: the one already kept for it, else a new one in its place. A send without an answer comes
 * first, with the input it had: it may have happened, and only its own key tells.
 */
export function pendingFor(slot: string, input: unknown): PendingCommand {
  const inputText = JSON.stringify(input);
  const kept = readPending(slot);
  if (kept && (kept.isUnanswered || kept.inputText === inputText)) return kept;
  const pending = { key: crypto.randomUUID(), inputText, isUnanswered: false };
  keepPending(slot, pending);
  return pending;
}
