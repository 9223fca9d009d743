import { formatZNumber } from '../../shared/domain/document-number.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import { postReopening } from '../ledger/post-till.ts';
import { readUnclosedSessions, type TillRow } from '../ledger/till-store.ts';
import { readZReports } from '../ledger/z-report-store.ts';
import { recordDrawerEvent } from './drawer.ts';

/**
 * Takes the last close of a drawer back for a recount: CLOSED to ENDED, no new movement, the close's entries and its
 * difference reversed; the Z and its number stay, and the next close names the Z it replaces (settled.md 37).
 * Refuses `till-not-reopenable` with why: never closed, deposited, a later session, or not closed now.
 */
export async function reopenSession(
  db: WritableLedger,
  asked: { till: TillRow; reason: string; staffId: number },
): Promise<{ tillSessionId: number; zNumber: string }> {
  const { till, reason, staffId } = asked;
  const tillName = till.name;
  const [last] = await readZReports(db, till.tillId, 1);
  if (!last) refuse('till-not-reopenable', { tillName, why: 'never-closed' });
  const unclosed = (await readUnclosedSessions(db)).find((session) => session.tillId === till.tillId);
  if (unclosed)
    refuse('till-not-reopenable', {
      tillName,
      why: unclosed.tillSessionId === last.tillSessionId ? 'not-closed' : 'later-session',
    });
  if (last.depositNumber !== null) refuse('till-not-reopenable', { tillName, why: 'deposited' });
  const { tillSessionId, zReportId, differenceMinor, countedMinor } = last;
  await db.insert('till_reopening', {
    till_session_id: tillSessionId,
    z_report_id: zReportId,
    reason,
    difference_minor: differenceMinor,
    staff_id: staffId,
    local_date: db.localDate,
    at: db.at,
  });
  await db.move('till_session', tillSessionId, 'ended', { staffId, detail: { zReportId } });
  if (differenceMinor !== 0)
    await recordDrawerEvent(db, {
      tillSessionId,
      kind: 'ADJUST',
      amountMinor: -differenceMinor,
      reason,
      staffId,
    });
  await postReopening(db, { tillSessionId, tillId: till.tillId, countedMinor, differenceMinor });
  return { tillSessionId, zNumber: formatZNumber(till.tillId, last.number) };
}
