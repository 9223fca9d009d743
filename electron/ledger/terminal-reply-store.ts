import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** A terminal's answer as it was kept, before it was applied. */
export interface TerminalReplyRow {
  outcome: string;
  reason: string | null;
  authorizedMinor: number | null;
  /** Whitelisted fields only, as JSON; null when nothing proven came (terminal.md §3.7). */
  reply: string | null;
  at: string;
}

export async function insertTerminalReply(
  db: WritableLedger,
  attemptId: number,
  row: Omit<TerminalReplyRow, 'at'>,
): Promise<void> {
  await db.insert('terminal_reply', {
    attempt_id: attemptId,
    outcome: row.outcome,
    reason: row.reason,
    authorized_minor: row.authorizedMinor,
    reply: row.reply,
    at: db.at,
  });
}

/** The last answer that was kept about an attempt. */
export async function readLastTerminalReply(
  db: ReadableLedger,
  attemptId: number,
): Promise<TerminalReplyRow | undefined> {
  return await db.get<TerminalReplyRow>`
    SELECT outcome, reason, authorized_minor AS authorizedMinor, reply, at FROM terminal_reply
    WHERE attempt_id = ${attemptId} ORDER BY id DESC LIMIT 1`;
}
