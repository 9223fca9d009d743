import { readTerminals } from '../../ledger/terminal-store.ts';
import type { QueryHandler } from '../context.ts';

export const listTerminals: QueryHandler<'terminal.list'> = async ({ db, terminals }) => {
  const rows = await readTerminals(db);
  return {
    terminals: rows.map((row) => ({
      ...row,
      active: row.active === 1,
      hasKey: terminals.hasSecret(row.terminalId),
    })),
  };
};
