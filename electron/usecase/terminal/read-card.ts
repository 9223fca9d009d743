import { refuse } from '../../../shared/domain/refusal.ts';
import { readTerminals } from '../../ledger/terminal-store.ts';
import type { SessionHandler } from '../context.ts';

/** The same-card check before a refund: says which card the client holds, and moves nothing (terminal.md §3.2). */
export const readCard: SessionHandler<'terminal.readCard'> = async ({ ledger, terminals }, input) => {
  const { terminalId } = input;
  const row = (await ledger.read(readTerminals)).find((each) => each.terminalId === terminalId);
  if (row?.driver !== 'nexo') refuse('terminal-unknown', { terminalId });
  if (row.active !== 1) refuse('terminal-inactive', { terminalName: row.name });
  if (row.waitingMinor !== null)
    refuse('terminal-waits', { terminalName: row.name, amountMinor: row.waitingMinor });
  const outcome = await terminals.readCard(ledger, input);
  if (!outcome) return { outcome: 'no-key', last4: null, brand: null };
  if (outcome.kind === 'not-read') return { outcome: outcome.reason, last4: null, brand: null };
  return { outcome: 'read', last4: outcome.last4, brand: outcome.brand };
};
