import { readTills, readUnclosedSessions } from '../../ledger/till-store.ts';
import type { QueryHandler } from '../context.ts';
import { readSessionFor } from './till-session-read.ts';

export const listTills: QueryHandler<'till.list'> = async ({ db, staff, localDate }) => {
  const sessions = await readUnclosedSessions(db);
  const tills = [];
  for (const till of await readTills(db)) {
    const session = sessions.find((row) => row.tillId === till.tillId);
    tills.push({
      tillId: till.tillId,
      name: till.name,
      terminalId: till.terminalId,
      active: till.active === 1,
      session: session ? await readSessionFor(db, staff, session, localDate) : null,
    });
  }
  return { tills };
};
