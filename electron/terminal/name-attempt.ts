import { refuse } from '../../shared/domain/refusal.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { readTerminalUse } from '../ledger/terminal-store.ts';
import { messageIdOf } from './message-id.ts';

const MESSAGE_SERIES = 'MT';

/** A name no message to a terminal ever had; the series goes on after a restored backup (settled.md 18). */
export async function nextMessageId(db: WritableLedger): Promise<string> {
  return messageIdOf(1, await db.nextNumber(MESSAGE_SERIES));
}

/**
 * How an attempt on this terminal is made: by a person on a stand-alone one, by the program itself on an integrated one,
 * whose message gets its permanent name here. An integrated terminal with an outcome still unknown takes no new money
 * command; cash and the other terminals go on (settled.md 5). Refuses `terminal-waits`.
 */
export async function nameAttempt(
  db: WritableLedger,
  terminalId: number,
): Promise<{ driver: 'standalone' | 'nexo'; messageId: string | null }> {
  const use = await readTerminalUse(db, terminalId);
  if (use?.driver !== 'nexo') return { driver: 'standalone', messageId: null };
  if (use.openAmountMinor !== null)
    refuse('terminal-waits', { terminalName: use.name, amountMinor: use.openAmountMinor });
  return { driver: 'nexo', messageId: await nextMessageId(db) };
}
