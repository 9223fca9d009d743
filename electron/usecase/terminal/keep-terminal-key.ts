import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readTerminalPlace } from '../../ledger/terminal-store.ts';
import { faultOfSecret } from '../../terminal/nexo/terminal-secret.ts';
import type { SessionHandler } from '../context.ts';

/** Keeps an integrated terminal's key beside the ledger, never in it: only that it was kept is on record (terminal.md §3.7). */
export const keepTerminalKey: SessionHandler<'terminal.keepKey'> = async (
  context,
  { terminalId, ...secret },
) => {
  const { ledger, staff, terminals } = context;
  const place = await ledger.read((db) => readTerminalPlace(db, terminalId));
  if (!place) refuse('terminal-unknown', { terminalId });
  const fault = faultOfSecret(secret);
  if (fault) refuse('invalid-input', { issues: [{ path: fault, problem: 'invalid' }] });
  await terminals.keepSecret(terminalId, secret);
  await ledger.write((db) =>
    recordAudit(db, { kind: 'terminal.key-kept', staffId: staff.staffId, subject: `terminal:${terminalId}` }),
  );
  return {};
};
