import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { placeTerminal, readTerminalUse, updateTerminal } from '../../ledger/terminal-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireFreeTerminalName } from './add-terminal.ts';

export const changeTerminal: CommandHandler<'terminal.change'> = async ({ db, staff }, input) => {
  await requireFreeTerminalName(db, input.name, input.terminalId);
  if (!(await updateTerminal(db, input))) refuse('terminal-unknown', { terminalId: input.terminalId });
  if (input.integrated) {
    const use = await readTerminalUse(db, input.terminalId);
    if (use?.driver !== 'nexo')
      refuse('invalid-input', { issues: [{ path: 'integrated', problem: 'invalid' }] });
    // asked elsewhere, an attempt without its outcome would never find it
    if (use.openAmountMinor !== null)
      refuse('terminal-waits', { terminalName: use.name, amountMinor: use.openAmountMinor });
    await placeTerminal(db, input.terminalId, input.integrated);
  }
  await recordAudit(db, {
    kind: 'terminal.changed',
    staffId: staff.staffId,
    subject: `terminal:${input.terminalId}`,
    detail: { active: input.active },
  });
  return {};
};
