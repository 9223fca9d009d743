import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import {
  placeTerminal,
  readTerminalPlace,
  readTerminalUse,
  updateTerminal,
} from '../../ledger/terminal-store.ts';
import type { CommandHandler } from '../context.ts';
import { isSamePlace, requireFreeTerminal } from './terminal-rules.ts';

export const changeTerminal: CommandHandler<'terminal.change'> = async ({ db, staff }, input) => {
  await requireFreeTerminal(db, input, input.terminalId);
  if (!(await updateTerminal(db, input))) refuse('terminal-unknown', { terminalId: input.terminalId });
  if (input.integrated) await moveTerminal(db, input.terminalId, input.integrated);
  await recordAudit(db, {
    kind: 'terminal.changed',
    staffId: staff.staffId,
    subject: `terminal:${input.terminalId}`,
    detail: { active: input.active },
  });
  return {};
};

type Given = NonNullable<ParsedInput<'terminal.change'>['integrated']>;

/** Refuses `terminal-waits`: asked elsewhere or by another name, an attempt without its outcome would never find it. */
async function moveTerminal(db: WritableLedger, terminalId: number, given: Given): Promise<void> {
  const from = await readTerminalPlace(db, terminalId);
  if (!from) refuse('invalid-input', { issues: [{ path: 'integrated', problem: 'invalid' }] });
  const to = { ...given, saleId: given.saleId ?? from.saleId };
  if (isSamePlace(from, to)) return;
  const use = await readTerminalUse(db, terminalId);
  if (use && use.openAmountMinor !== null)
    refuse('terminal-waits', { terminalName: use.name, amountMinor: use.openAmountMinor });
  await placeTerminal(db, terminalId, to);
}
