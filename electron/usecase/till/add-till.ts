import { refuse } from '../../../shared/domain/refusal.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readTerminals } from '../../ledger/terminal-store.ts';
import { insertTill, readTills } from '../../ledger/till-store.ts';
import type { CommandHandler } from '../context.ts';

/** Refuses `invalid-input` for a name another till has, `terminal-unknown` for a terminal that is not there. */
export async function requireTillDetails(
  db: ReadableLedger,
  given: { name: string; terminalId?: number; tillId?: number },
): Promise<void> {
  const folded = foldText(given.name);
  const taken = (await readTills(db)).find((row) => foldText(row.name) === folded);
  if (taken && taken.tillId !== given.tillId)
    refuse('invalid-input', { issues: [{ path: 'name', problem: 'already-taken' }] });
  const { terminalId } = given;
  if (terminalId === undefined) return;
  const terminals = await readTerminals(db);
  if (!terminals.some((row) => row.terminalId === terminalId)) refuse('terminal-unknown', { terminalId });
}

export const addTill: CommandHandler<'till.add'> = async ({ db, staff }, { name, terminalId }) => {
  await requireTillDetails(db, { name, terminalId });
  const tillId = await insertTill(db, { name, terminalId: terminalId ?? null });
  await recordAudit(db, { kind: 'till.added', staffId: staff.staffId, subject: `till:${tillId}` });
  return { tillId };
};
