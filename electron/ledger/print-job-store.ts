import { KICKING_EVENTS, type PrintedKind } from '../../shared/domain/printing.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface TillPrinter {
  tillId: number;
  tillName: string;
  kind: 'none' | 'network' | 'file' | 'system';
  /** host or host:port of a network printer, the name of the computer's own; else empty. */
  address: string;
  columns: 48 | 32;
  /** What a printer of the computer holds. */
  page: 'roll' | 'letter';
  /** 1 when each receipt prints by itself. */
  printsReceipts: 0 | 1;
  /** Papers that wait for it. */
  waiting: number;
}

export interface PrintJob {
  jobId: number;
  tillId: number;
  kind: PrintedKind;
  number: string;
  /** When it was put in the queue, UTC. */
  at: string;
}

/** Each till's printer, in the order of the tills. */
export async function readTillPrinters(db: ReadableLedger): Promise<TillPrinter[]> {
  return await db.all<TillPrinter>`
    SELECT id AS tillId, name AS tillName, printer AS kind, printer_address AS address, printer_columns AS columns,
      printer_page AS page,      prints_receipts AS printsReceipts,
      (SELECT count(*) FROM print_job WHERE till_id = till.id AND state IN ('queued', 'printing')) AS waiting
    FROM till ORDER BY id`;
}

export async function readTillPrinter(db: ReadableLedger, tillId: number): Promise<TillPrinter | undefined> {
  return (await readTillPrinters(db)).find((printer) => printer.tillId === tillId);
}

export async function updateTillPrinter(
  db: WritableLedger,
  printer: Omit<TillPrinter, 'tillName' | 'waiting'>,
): Promise<void> {
  const { tillId, kind, address, columns, page, printsReceipts } = printer;
  await db.run`
    UPDATE till SET printer = ${kind}, printer_address = ${address}, printer_columns = ${columns},
      printer_page = ${page},      prints_receipts = ${printsReceipts} WHERE id = ${tillId}`;
}

/** Puts a paper in the till's queue, in the caller's transaction: a printer never takes part in a command. */
export async function queuePaper(
  db: WritableLedger,
  paper: Omit<PrintJob, 'jobId' | 'at'> & { staffId: number },
): Promise<number> {
  const { tillId, kind, number, staffId } = paper;
  return await db.open('print_job', { till_id: tillId, kind, number, staff_id: staffId, at: db.at });
}

/** The receipt of a document that was just written, where the till prints its receipts by itself. */
export async function queueReceipt(
  db: WritableLedger,
  paper: Parameters<typeof queuePaper>[1],
): Promise<void> {
  const till = await db.get<{ id: number }>`
    SELECT id FROM till WHERE id = ${paper.tillId} AND printer <> 'none' AND prints_receipts = 1`;
  if (till) await queuePaper(db, paper);
}

/** How often this document may have come out of a printer: 0 means that the next one is the original. */
export async function countCopies(
  db: ReadableLedger,
  paper: Pick<PrintJob, 'kind' | 'number'>,
): Promise<number> {
  const row = await db.get<{ copies: number }>`
    SELECT count(*) AS copies FROM print_job JOIN process_event ON process = 'print_job' AND row_id = print_job.id
    WHERE number = ${paper.number} AND kind = ${paper.kind} AND to_state = 'printing'`;
  return row?.copies ?? 0;
}

/** How often this document was asked for before; what was dropped does not count. */
export async function countPrintJobs(
  db: ReadableLedger,
  paper: Pick<PrintJob, 'kind' | 'number'>,
): Promise<number> {
  const row = await db.get<{ jobs: number }>`
    SELECT count(*) AS jobs FROM print_job
    WHERE number = ${paper.number} AND kind = ${paper.kind} AND state <> 'dropped'`;
  return row?.jobs ?? 0;
}

/** The papers of that state, the oldest first. */
export async function readPrintJobs(db: ReadableLedger, state: 'queued' | 'printing'): Promise<PrintJob[]> {
  return await db.all<PrintJob>`
    SELECT id AS jobId, till_id AS tillId, kind, number, at FROM print_job
    WHERE state IN ('queued', 'printing') AND state = ${state} ORDER BY id`;
}

/** Drops the X readings that a till's printer has not printed: once its session is closed, the Z says all they would. */
export async function dropReadings(db: WritableLedger, tillId: number, staffId: number): Promise<void> {
  for (const job of await readPrintJobs(db, 'queued'))
    if (job.kind === 'x-report' && job.number === `X-${tillId}`)
      await db.move('print_job', job.jobId, 'dropped', { staffId, detail: { why: 'closed' } });
}

/** Drawer movements since that one which open the drawer, and the last movement of all. */
export async function readKicksSince(
  db: ReadableLedger,
  eventId: number,
): Promise<{ tillIds: number[]; lastEventId: number }> {
  const events = await db.all<{ eventId: number; tillId: number; kind: string }>`
    SELECT event.id AS eventId, till_id AS tillId, kind FROM drawer_event event
    JOIN till_session ON till_session.id = till_session_id WHERE event.id > ${eventId} ORDER BY event.id`;
  const kicking: readonly string[] = KICKING_EVENTS;
  const tillIds = events.filter(({ kind }) => kicking.includes(kind)).map(({ tillId }) => tillId);
  return { tillIds: [...new Set(tillIds)], lastEventId: events.at(-1)?.eventId ?? eventId };
}

/** The last drawer movement; 0 before the first one. */
export async function readLastDrawerEvent(db: ReadableLedger): Promise<number> {
  const row = await db.get<{ id: number }>`SELECT coalesce(max(id), 0) AS id FROM drawer_event`;
  return row?.id ?? 0;
}

/** The document's own row by its printed number; undefined when there is none (a refund not done has no number yet). */
export async function findDocument(
  db: ReadableLedger,
  kind: Exclude<PrintedKind, 'x-report' | 'z-report' | 'money-where'>,
  number: string,
): Promise<{ id: number } | undefined> {
  switch (kind) {
    case 'receipt':
    case 'invoice':
      return await db.get`SELECT id FROM invoice WHERE number = ${number}`;
    case 'payment':
      return await db.get`SELECT id FROM payment WHERE number = ${number}`;
    case 'credit-note':
      return await db.get`SELECT id FROM credit_memo WHERE number = ${number}`;
    case 'refund':
    case 'refund-merchant':
      return await db.get`SELECT refund_id AS id FROM refund_outcome WHERE number = ${number}`;
    case 'deposit-slip':
      return await db.get`SELECT id FROM deposit_slip WHERE number = ${number}`;
  }
}
