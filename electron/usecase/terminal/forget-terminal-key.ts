import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readTerminalUse } from '../../ledger/terminal-store.ts';
import type { SessionHandler } from '../context.ts';

/** Destroys an integrated terminal's key. Without it an attempt that waits for its outcome could never be asked about. */
export const forgetTerminalKey: SessionHandler<'terminal.forgetKey'> = async (
  { ledger, staff, terminals },
  { terminalId },
) => {
  const use = await ledger.read((db) => readTerminalUse(db, terminalId));
  if (use?.driver !== 'nexo') refuse('terminal-unknown', { terminalId });
  if (use.openAmountMinor !== null)
    refuse('terminal-waits', { terminalName: use.name, amountMinor: use.openAmountMinor });
  await terminals.forgetSecret(terminalId);
  await ledger.write((db) =>
    recordAudit(db, {
      kind: 'terminal.key-forgotten',
      staffId: staff.staffId,
      subject: `terminal:${terminalId}`,
    }),
  );
  return {};
};
