import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { updateTerminal } from '../../ledger/terminal-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireFreeTerminalName } from './add-terminal.ts';

export const changeTerminal: CommandHandler<'terminal.change'> = async ({ db, staff }, input) => {
  await requireFreeTerminalName(db, input.name, input.terminalId);
  if (!(await updateTerminal(db, input))) refuse('terminal-unknown', { terminalId: input.terminalId });
  await recordAudit(db, {
    kind: 'terminal.changed',
    staffId: staff.staffId,
    subject: `terminal:${input.terminalId}`,
    detail: { active: input.active },
  });
  return {};
};
