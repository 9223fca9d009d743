import type { ReadableLedger } from '../sql.ts';

/** Who is on a row; a claim of an earlier local day has lapsed, even while nothing has moved it yet. */
export interface Claim {
  claimId: number;
  actionId: string;
  staffId: number;
  staffName: string;
  localDate: string;
  at: string;
}

/** Every claim not let go of, of whatever day. */
export async function readHeldClaims(db: ReadableLedger): Promise<Claim[]> {
  return await db.all<Claim>`
    SELECT claim.id AS claimId, action_id AS actionId, staff_id AS staffId, staff.name AS staffName,
      local_date AS localDate, claim.at
    FROM claim JOIN staff ON staff.id = claim.staff_id WHERE claim.state = 'held' ORDER BY claim.id`;
}

export async function readHeldClaim(db: ReadableLedger, actionId: string): Promise<Claim | undefined> {
  return (await readHeldClaims(db)).find((claim) => claim.actionId === actionId);
}

export interface ActionNote {
  way: 'phone' | 'email' | 'in-person' | 'letter' | 'other';
  note: string;
  staffName: string;
  at: string;
}

/** What was said to the client about a row, first to last. */
export async function readActionNotes(db: ReadableLedger, actionId: string): Promise<ActionNote[]> {
  return await db.all<ActionNote>`
    SELECT way, note, staff.name AS staffName, action_note.at
    FROM action_note JOIN staff ON staff.id = action_note.staff_id
    WHERE action_id = ${actionId} ORDER BY action_note.id`;
}

/** How many notes each row has; rows without any are not in it. */
export async function readNoteCounts(db: ReadableLedger): Promise<Map<string, number>> {
  const rows = await db.all<{ actionId: string; count: number }>`
    SELECT action_id AS actionId, count(*) AS count FROM action_note GROUP BY action_id`;
  return new Map(rows.map((row) => [row.actionId, row.count]));
}

/** What was dismissed, as it stood then: a row that has changed since asks again. */
export async function readDismissals(db: ReadableLedger): Promise<Set<string>> {
  const rows = await db.all<{ actionId: string; since: string; amountMinor: number }>`
    SELECT action_id AS actionId, since, amount_minor AS amountMinor FROM action_dismissal`;
  return new Set(rows.map(dismissalKey));
}

/** One row at one moment of its life. */
export function dismissalKey(row: { actionId: string; since: string; amountMinor: number }): string {
  return `${row.actionId} ${row.since} ${row.amountMinor}`;
}
