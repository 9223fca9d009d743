import { refuse } from '../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import { readUnclosedSessions } from '../ledger/till-store.ts';

/** The first day that is still open: that of the oldest session whose till is not closed, else today (settled.md 36). */
export async function readEarliestDate(db: ReadableLedger, today: string): Promise<string> {
  const days = (await readUnclosedSessions(db)).map(({ localDate }) => localDate);
  return [today, ...days].toSorted()[0] ?? today;
}

/** The date of an invoice made by hand. Refuses `invoice-date-ahead` and `invoice-day-closed`. */
export async function requireOpenDay(db: ReadableLedger, localDate: string, today: string): Promise<void> {
  if (localDate > today) refuse('invoice-date-ahead', { localDate, today });
  const earliestDate = await readEarliestDate(db, today);
  if (localDate < earliestDate) refuse('invoice-day-closed', { localDate, earliestDate });
}
