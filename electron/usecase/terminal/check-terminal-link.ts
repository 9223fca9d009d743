import { refuse } from '../../../shared/domain/refusal.ts';
import { readTerminalPlace } from '../../ledger/terminal-store.ts';
import { linkOf } from '../../terminal/terminal-link.ts';
import type { SessionHandler } from '../context.ts';

/** The preflight of an integrated terminal (terminal.md §3.2): says in one word what stands between it and a payment. */
export const checkTerminalLink: SessionHandler<'terminal.checkLink'> = async (
  { ledger, terminals },
  { terminalId },
) => {
  if (!(await ledger.read((db) => readTerminalPlace(db, terminalId))))
    refuse('terminal-unknown', { terminalId });
  const diagnosis = await terminals.diagnose(terminalId);
  const unconfirmedCount = diagnosis?.kind === 'answered' ? diagnosis.unconfirmedCount : null;
  return { link: linkOf(diagnosis), unconfirmedCount };
};
