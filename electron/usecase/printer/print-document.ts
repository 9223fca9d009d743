import type { PrintedKind } from '../../../shared/domain/printing.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import {
  countPrintJobs,
  queuePaper,
  readTillPrinters,
  type TillPrinter,
} from '../../ledger/print-job-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { findOpenSession, requireTill } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';
import { findPrinted } from './find-printed.ts';

/** Those that say what the drawer should hold or what left the safe: whoever counts blind does not print them. */
const SUPERVISORS: ReadonlySet<PrintedKind> = new Set(['x-report', 'deposit-slip']);

/** Each is a reading of its own moment, never a copy of an earlier one. */
const READINGS: ReadonlySet<PrintedKind> = new Set(['x-report', 'money-where']);

export const printDocument: CommandHandler<'printer.print'> = async ({ db, staff }, input) => {
  const { kind, number } = input;
  if (SUPERVISORS.has(kind) && !hasRole(staff.roles, 'supervisor'))
    refuse('not-allowed', { needs: 'supervisor' });
  await findPrinted(db, kind, number);
  const till = await requirePrinter(db, input.tillId);
  const copy = READINGS.has(kind) ? 0 : await countPrintJobs(db, { kind, number });
  await queuePaper(db, { tillId: till.tillId, kind, number, staffId: staff.staffId });
  return { tillName: till.tillName, copy };
};

/** Refuses `till-unknown`, `no-printer`, and `till-choice-needed` naming the tills that could print. */
async function requirePrinter(db: ReadableLedger, tillId: number | undefined): Promise<TillPrinter> {
  const usable = (await readTillPrinters(db)).filter(({ kind }) => kind !== 'none');
  if (tillId !== undefined) {
    await requireTill(db, tillId);
    return usable.find((till) => till.tillId === tillId) ?? refuse('no-printer', {});
  }
  if (usable.length === 0) refuse('no-printer', {});
  const open = await findOpenSession(db, undefined);
  const own = usable.length === 1 ? usable[0] : usable.find((till) => till.tillId === open?.tillId);
  return own ?? refuse('till-choice-needed', { tillNames: usable.map(({ tillName }) => tillName) });
}
