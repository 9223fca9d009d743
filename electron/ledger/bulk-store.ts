import type { BulkAccount, BulkKind, BulkLine } from '../../shared/domain/bulk.ts';
import type { BulkAccountState, BulkBatchState } from '../../shared/domain/process-edges.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';
import type { ProcessRow } from './tables.ts';

export interface BatchRow {
  batchId: number;
  kind: BulkKind;
  state: BulkBatchState;
  label: string;
  ledgerCode: string;
  taxMode: string;
  /** 1 when its credits may be refunded. */
  isRefundable: number;
  reason: string;
  peopleCount: number;
  accountCount: number;
  totalMinor: number;
  reversesBatchId: number | null;
  reversedByBatchId: number | null;
  staffId: number;
  staffName: string;
  localDate: string;
  at: string;
  doneCount: number;
  refusedCount: number;
  doneMinor: number;
}

/** Freezes a batch with its accounts; nothing is billed yet. */
export async function openBatch(
  db: WritableLedger,
  batch: Omit<ProcessRow<'bulk_batch'>, 'at' | 'local_date'>,
  accounts: readonly (BulkAccount & { reversesAccountId?: number })[],
): Promise<number> {
  const batchId = await db.open('bulk_batch', { ...batch, local_date: db.localDate, at: db.at });
  for (const account of accounts)
    await db.open('bulk_account', {
      batch_id: batchId,
      client_id: account.clientId,
      lines: JSON.stringify(account.lines),
      total_minor: account.totalMinor,
      reverses_account_id: account.reversesAccountId ?? null,
    });
  return batchId;
}

/** A batch with how far it went, or undefined. */
export async function readBatch(db: ReadableLedger, batchId: number): Promise<BatchRow | undefined> {
  return (await readBatches(db, { batchId, limit: 1 }))[0];
}

/** Batches, newest first; one of them with its id. */
export async function readBatches(
  db: ReadableLedger,
  asked: { batchId: number | null; limit: number },
): Promise<BatchRow[]> {
  return await db.all<BatchRow>`
    SELECT batch.id AS batchId, batch.kind, batch.state, batch.label, batch.ledger_code AS ledgerCode,
      batch.tax_mode AS taxMode, batch.is_refundable AS isRefundable, batch.reason, batch.people_count AS peopleCount,
      batch.account_count AS accountCount, batch.total_minor AS totalMinor,
      batch.reverses_batch_id AS reversesBatchId,
      (SELECT id FROM bulk_batch undone WHERE undone.reverses_batch_id = batch.id) AS reversedByBatchId,
      batch.staff_id AS staffId, staff.name AS staffName, batch.local_date AS localDate, batch.at,
      (SELECT count(*) FROM bulk_account WHERE batch_id = batch.id AND state = 'done') AS doneCount,
      (SELECT count(*) FROM bulk_account WHERE batch_id = batch.id AND state = 'refused') AS refusedCount,
      (SELECT coalesce(sum(total_minor), 0) FROM bulk_account WHERE batch_id = batch.id AND state = 'done') AS doneMinor
    FROM bulk_batch batch JOIN staff ON staff.id = batch.staff_id
    WHERE ${asked.batchId} IS NULL OR batch.id = ${asked.batchId} ORDER BY batch.id DESC LIMIT ${asked.limit}`;
}

/** The last batch of the same people, amounts and words that was not taken back, or undefined. */
export async function findSameBatch(
  db: ReadableLedger,
  contentHash: string,
): Promise<{ batchId: number; at: string } | undefined> {
  return await db.get<{ batchId: number; at: string }>`
    SELECT id AS batchId, at FROM bulk_batch batch WHERE content_hash = ${contentHash}
      AND NOT EXISTS (SELECT 1 FROM bulk_batch undone WHERE undone.reverses_batch_id = batch.id)
    ORDER BY id DESC LIMIT 1`;
}

export interface BatchAccountRow {
  bulkAccountId: number;
  batchId: number;
  clientId: number;
  clientName: string;
  state: BulkAccountState;
  lines: BulkLine[];
  totalMinor: number;
  reversesAccountId: number | null;
}

type StoredAccount = Omit<BatchAccountRow, 'lines'> & { lines: string };

const readable = (row: StoredAccount): BatchAccountRow => ({ ...row, lines: JSON.parse(row.lines) });

/** The accounts of a batch, in its order. */
export async function readBatchAccounts(db: ReadableLedger, batchId: number): Promise<BatchAccountRow[]> {
  const rows = await db.all<StoredAccount>`
    SELECT account.id AS bulkAccountId, batch_id AS batchId, client_id AS clientId, client.name AS clientName, state,
      lines, total_minor AS totalMinor, reverses_account_id AS reversesAccountId
    FROM bulk_account account JOIN client ON client.id = client_id WHERE batch_id = ${batchId} ORDER BY account.id`;
  return rows.map(readable);
}

/** The next account of a batch that waits, or undefined. */
export async function readNextAccount(
  db: ReadableLedger,
  batchId: number,
): Promise<BatchAccountRow | undefined> {
  const row = await db.get<StoredAccount>`
    SELECT account.id AS bulkAccountId, batch_id AS batchId, client_id AS clientId, client.name AS clientName, state,
      lines, total_minor AS totalMinor, reverses_account_id AS reversesAccountId
    FROM bulk_account account JOIN client ON client.id = client_id
    WHERE batch_id = ${batchId} AND state = 'waiting' ORDER BY account.id LIMIT 1`;
  return row && readable(row);
}

export interface BulkDocumentRow {
  bulkAccountId: number;
  invoiceId: number | null;
  memoId: number | null;
  number: string;
}

/** The documents that a batch made, in the order of their accounts. */
export async function readBatchDocuments(db: ReadableLedger, batchId: number): Promise<BulkDocumentRow[]> {
  return await db.all<BulkDocumentRow>`
    SELECT bulk_account_id AS bulkAccountId, invoice_id AS invoiceId, memo_id AS memoId,
      coalesce(invoice.number, memo.number) AS number
    FROM bulk_document document JOIN bulk_account account ON account.id = bulk_account_id
    LEFT JOIN invoice ON invoice.id = invoice_id LEFT JOIN credit_memo memo ON memo.id = memo_id
    WHERE batch_id = ${batchId} ORDER BY document.id`;
}

/** The documents of one account of a batch. */
export async function readAccountDocuments(
  db: ReadableLedger,
  bulkAccountId: number,
): Promise<{ invoiceId: number | null; memoId: number | null }[]> {
  return await db.all<{ invoiceId: number | null; memoId: number | null }>`
    SELECT invoice_id AS invoiceId, memo_id AS memoId FROM bulk_document
    WHERE bulk_account_id = ${bulkAccountId} ORDER BY id`;
}

/** Why accounts of a batch were refused, as their moves tell. */
export async function readBatchRefusals(
  db: ReadableLedger,
  batchId: number,
): Promise<Map<number, { code: string; detail: Record<string, unknown> }>> {
  const rows = await db.all<{ bulkAccountId: number; detail: string }>`
    SELECT row_id AS bulkAccountId, detail FROM process_event WHERE process = 'bulk_account' AND to_state = 'refused'
      AND row_id IN (SELECT id FROM bulk_account WHERE batch_id = ${batchId} AND state = 'refused')`;
  return new Map(rows.map(({ bulkAccountId, detail }) => [bulkAccountId, JSON.parse(detail)]));
}

/** Batches that have not ended: a stop of the program left them, and a new start goes on with them. */
export async function readRunningBatches(db: ReadableLedger): Promise<number[]> {
  const rows = await db.all<{ id: number }>`SELECT id FROM bulk_batch WHERE state = 'running' ORDER BY id`;
  return rows.map(({ id }) => id);
}
