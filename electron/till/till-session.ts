import { refuse } from '../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import { readTills, readUnclosedSessions, type TillRow, type TillSessionRow } from '../ledger/till-store.ts';

/**
 * The open session cash and cards go through (settled.md 37): that of the given till, else the only open one.
 * Refuses `till-unknown`, `till-closed` naming the tills that could be opened, `till-choice-needed`.
 */
export async function requireOpenSession(
  db: ReadableLedger,
  tillId: number | undefined,
): Promise<TillSessionRow> {
  return await requireSessionIn(db, tillId, 'open');
}

/** The open session of the till, else the only open one; null when there is none or the choice is open. */
export async function findOpenSession(
  db: ReadableLedger,
  tillId: number | undefined,
): Promise<TillSessionRow | null> {
  const open = (await readUnclosedSessions(db)).filter(
    (session) => session.state === 'open' && (tillId === undefined || session.tillId === tillId),
  );
  return open.length === 1 ? open[0]! : null;
}

/**
 * The session whose count is under way (ended, not closed).
 * Refuses as `requireOpenSession`, and `till-not-ended` when the till still sells.
 */
export async function requireEndedSession(
  db: ReadableLedger,
  tillId: number | undefined,
): Promise<TillSessionRow> {
  return await requireSessionIn(db, tillId, 'ended');
}

/** The unclosed session of the till, open or ended, else the only one. Refuses as `requireOpenSession`. */
export async function requireSession(
  db: ReadableLedger,
  tillId: number | undefined,
): Promise<TillSessionRow> {
  return await requireSessionIn(db, tillId, 'any');
}

async function requireSessionIn(
  db: ReadableLedger,
  tillId: number | undefined,
  state: 'open' | 'ended' | 'any',
): Promise<TillSessionRow> {
  const unclosed = await readUnclosedSessions(db);
  const candidates = unclosed.filter((session) => tillId === undefined || session.tillId === tillId);
  const fitting = candidates.filter((session) => state === 'any' || session.state === state);
  if (fitting.length === 1) return fitting[0]!;
  if (fitting.length > 1)
    refuse('till-choice-needed', { tillNames: fitting.map((session) => session.tillName) });
  if (state === 'ended' && candidates.length > 0)
    refuse('till-not-ended', { tillName: candidates[0]!.tillName });
  const tills = tillId === undefined ? await activeTills(db) : [await requireTill(db, tillId)];
  refuse('till-closed', { tillNames: tills.map((till) => till.name) });
}

async function activeTills(db: ReadableLedger): Promise<TillRow[]> {
  return (await readTills(db)).filter((till) => till.active === 1);
}

/** The till of this id, else the only active one. Refuses `till-unknown`, `till-choice-needed`. */
export async function requireTill(db: ReadableLedger, tillId: number | undefined): Promise<TillRow> {
  if (tillId !== undefined) {
    const till = (await readTills(db)).find((row) => row.tillId === tillId);
    return till ?? refuse('till-unknown', { tillId });
  }
  const tills = await activeTills(db);
  if (tills.length === 1) return tills[0]!;
  refuse('till-choice-needed', { tillNames: tills.map((till) => till.name) });
}
