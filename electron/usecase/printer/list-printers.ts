import { readTillPrinters } from '../../ledger/print-job-store.ts';
import type { QueryHandler } from '../context.ts';

export const listPrinters: QueryHandler<'printer.list'> = async ({ db, printers }) => ({
  printers: (await readTillPrinters(db)).map((till) => ({
    ...till,
    printsReceipts: till.printsReceipts === 1,
    problem: till.kind === 'none' ? null : printers.problemOf(till.tillId),
  })),
});
