import type { ReadableLedger } from '../../ledger/ledger.ts';
import {
  readDrawerEvents,
  readOpenAttemptsOfTill,
  readSafe,
  readUnclosedSessions,
} from '../../ledger/till-store.ts';
import { readLastSession, readZReports } from '../../ledger/z-report-store.ts';
import { maySeeExpected } from '../../till/drawer.ts';
import { requireTill } from '../../till/till-session.ts';
import { readApprovers } from '../approval/approver.ts';
import type { QueryHandler } from '../context.ts';
import { closeHeadOf } from './close-head.ts';
import { CLOSES_SHOWN } from './read-closes.ts';
import { readSessionFor } from './till-session-read.ts';

/** Sales and refunds in cash would add up to the expected cash: whoever counts blind does not see them. */
const ADDS_UP: ReadonlySet<string> = new Set(['CASH_IN', 'CHANGE_OUT', 'CASH_REFUND', 'CASH_VOID', 'ADJUST']);

export const readTill: QueryHandler<'till.read'> = async ({ db, staff, localDate }, { tillId }) => {
  const till = await requireTill(db, tillId ?? (await onlyUnclosedTill(db)));
  const row = (await readUnclosedSessions(db)).find((session) => session.tillId === till.tillId);
  const seesAll = maySeeExpected(staff.roles);
  const events = row ? await readDrawerEvents(db, row.tillSessionId) : [];
  const last = await readLastSession(db, till.tillId);
  const closes = await readZReports(db, till.tillId, CLOSES_SHOWN);
  return {
    tillId: till.tillId,
    name: till.name,
    session: row ? await readSessionFor(db, staff, row, localDate) : null,
    safeMinor: seesAll ? await readSafe(db) : null,
    events: events.filter((event) => seesAll || !ADDS_UP.has(event.kind)),
    openAttempts: last
      ? (await readOpenAttemptsOfTill(db, { tillId: till.tillId, tillSessionId: last.tillSessionId })).map(
          (attempt) => ({ ...attempt, carriedOver: attempt.carriedOver === 1 }),
        )
      : [],
    approvers:
      row?.state === 'ended'
        ? (await readApprovers(db, staff.staffId)).map(({ staffId, name }) => ({ staffId, name }))
        : [],
    closes: closes.map(closeHeadOf),
  };
};

/** Without a till named, the one whose drawer is in use, when there is just one. */
async function onlyUnclosedTill(db: ReadableLedger): Promise<number | undefined> {
  const sessions = await readUnclosedSessions(db);
  return sessions.length === 1 ? sessions[0]?.tillId : undefined;
}
