import { refuse } from '../../../shared/domain/refusal.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { insertTerminal, readTerminals } from '../../ledger/terminal-store.ts';
import type { CommandHandler } from '../context.ts';

/** Two terminals of one name would be confused on a slip. Refuses `invalid-input`. */
export async function requireFreeTerminalName(
  db: ReadableLedger,
  name: string,
  terminalId?: number,
): Promise<void> {
  const folded = foldText(name);
  const taken = (await readTerminals(db)).find((row) => foldText(row.name) === folded);
  if (taken && taken.terminalId !== terminalId)
    refuse('invalid-input', { issues: [{ path: 'name', problem: 'already-taken' }] });
}

export const addTerminal: CommandHandler<'terminal.add'> = async (
  { db, staff },
  { name, deviceNumber, integrated },
) => {
  await requireFreeTerminalName(db, name);
  const terminalId = await insertTerminal(db, { name, deviceNumber: deviceNumber ?? '', integrated });
  await recordAudit(db, {
    kind: 'terminal.added',
    staffId: staff.staffId,
    subject: `terminal:${terminalId}`,
  });
  return { terminalId };
};
