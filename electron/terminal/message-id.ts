const LENGTH = 10;
const TILL_LENGTH = 2;

/**
 * The permanent name of one message to an integrated terminal (nexo ServiceID: 1-10 characters): the till and a counter of
 * the ledger in base 36. The counter must never be given twice, also for status, abort and diagnosis, and must go on after
 * a restored backup (terminal.md §3.2, settled.md 18). Throws beyond 1295 tills or 36^8 messages.
 */
export function messageIdOf(tillId: number, count: number): string {
  const till = base36(tillId).padStart(TILL_LENGTH, '0');
  const counted = base36(count).padStart(LENGTH - TILL_LENGTH, '0');
  if (till.length + counted.length !== LENGTH) throw new Error(`no message name for ${tillId}/${count}`);
  return till + counted;
}

function base36(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${value} is no count`);
  return value.toString(36).toUpperCase();
}
