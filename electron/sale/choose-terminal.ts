import { refuse } from '../../shared/domain/refusal.ts';
import type { Tender } from '../../shared/domain/tender.ts';
import { readTerminalsAwaitingSlip } from '../ledger/batch-slip-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';

interface TerminalRow {
  id: number;
  name: string;
  active: number;
}

/**
 * Names the terminal of each terminal leg: the clerk's, else the till's own, else the only active one.
 * Refuses `terminal-unknown`, `terminal-inactive`.
 */
export async function chooseTerminals(
  db: ReadableLedger,
  tenders: readonly Tender[],
  tillTerminalId: number | null,
): Promise<Tender[]> {
  if (!tenders.some((tender) => tender.method === 'terminal')) return [...tenders];
  const terminals = await db.all<TerminalRow>`SELECT id, name, active FROM terminal ORDER BY id`;
  const waiting = await readTerminalsAwaitingSlip(db);
  const active = terminals.filter((terminal) => terminal.active === 1);
  const usual = tillTerminalId ?? (active.length === 1 ? active[0]!.id : null);
  return tenders.map((tender) => {
    if (tender.method !== 'terminal') return tender;
    const terminalId = tender.terminalId ?? usual ?? 0;
    const terminal = terminals.find((each) => each.id === terminalId);
    if (!terminal) refuse('terminal-unknown', { terminalId });
    if (terminal.active !== 1) refuse('terminal-inactive', { terminalName: terminal.name });
    if (waiting.has(terminalId)) refuse('batch-slip-needed', { terminalName: terminal.name });
    return { ...tender, terminalId };
  });
}
