import { recordAudit } from './audit-event.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

const KIND = 'till.difference-accepted';
/** A PIN typed at the desk is for the count in front of everybody (settled.md 13). */
const ACCEPTED_FOR_MS = 120_000;

const subjectOf = (tillSessionId: number) => `till-session:${tillSessionId}`;

/** Chains that a supervisor accepts the difference of this count; another count needs another word. */
export async function recordDifferenceAccepted(
  db: WritableLedger,
  given: { tillSessionId: number; countId: number; staffId: number },
): Promise<{ expiresAt: string }> {
  const { tillSessionId, countId, staffId } = given;
  await recordAudit(db, { kind: KIND, staffId, subject: subjectOf(tillSessionId), detail: { countId } });
  return { expiresAt: new Date(Date.parse(db.at) + ACCEPTED_FOR_MS).toISOString() };
}

/** Who accepted the difference of this count within the last two minutes, or null. */
export async function readDifferenceApprover(
  db: ReadableLedger,
  asked: { tillSessionId: number; countId: number; at: string },
): Promise<number | null> {
  const since = new Date(Date.parse(asked.at) - ACCEPTED_FOR_MS).toISOString();
  const row = await db.get<{ staffId: number | null; detail: string }>`
    SELECT staff_id AS staffId, detail FROM audit_event
    WHERE kind = ${KIND} AND subject = ${subjectOf(asked.tillSessionId)} AND at >= ${since}
    ORDER BY id DESC LIMIT 1`;
  if (!row) return null;
  const { countId } = JSON.parse(row.detail) as { countId: number };
  return countId === asked.countId ? row.staffId : null;
}
