import type { ReadableLedger } from '../sql.ts';

/** The name of the till a report is narrowed to; nothing without one. */
export async function readTillNames(db: ReadableLedger, tillId: number | null): Promise<string[]> {
  const rows = await db.all<{ name: string }>`SELECT name FROM till WHERE id = ${tillId}`;
  return rows.map(({ name }) => name);
}

/** The name of the person a report is narrowed to; nothing without one. */
export async function readStaffNames(db: ReadableLedger, staffId: number | null): Promise<string[]> {
  const rows = await db.all<{ name: string }>`SELECT name FROM staff WHERE id = ${staffId}`;
  return rows.map(({ name }) => name);
}
