import type { ReadableLedger } from '../sql.ts';

/** Entries of these days, both included, up to that entry: what is written meanwhile is left to the next export. */
export interface JournalScope {
  readonly fromDate: string;
  readonly toDate: string;
  readonly lastEntryId: number;
}

export interface JournalExtent {
  lastEntryId: number;
  /** Null while there is no entry in these days. */
  firstDate: string | null;
  entries: number;
}

export async function readJournalExtent(
  db: ReadableLedger,
  days: { fromDate: string; toDate: string },
): Promise<JournalExtent> {
  const row = await db.get<JournalExtent>`
    SELECT coalesce(max(id), 0) AS lastEntryId, min(local_date) AS firstDate, count(*) AS entries
    FROM journal_entry WHERE local_date BETWEEN ${days.fromDate} AND ${days.toDate}`;
  return row ?? { lastEntryId: 0, firstDate: null, entries: 0 };
}

/** An account that has a line in the scope; `clientId` is 0 for an account without clients. */
export interface AccountRow {
  account: string;
  clientId: number;
  clientNumber: string | null;
}

/** The accounts in use, after that one, in their own order; each client apart, or all in one. */
export async function readAccountPage(
  db: ReadableLedger,
  scope: JournalScope & { readonly isByClient: boolean },
  after: { account: string; clientId: number },
  limit: number,
): Promise<AccountRow[]> {
  return await db.all<AccountRow>`
    WITH used AS (
      SELECT DISTINCT line.account, iif(${scope.isByClient ? 1 : 0}, coalesce(line.client_id, 0), 0) AS clientId
      FROM journal_entry entry
      JOIN journal_line line ON line.commit_seq = entry.commit_seq AND line.entry_id = entry.id
      WHERE entry.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate} AND entry.id <= ${scope.lastEntryId})
    SELECT used.account, used.clientId, client.number AS clientNumber
    FROM used LEFT JOIN client ON client.id = used.clientId
    WHERE (used.account, used.clientId) > (${after.account}, ${after.clientId})
    ORDER BY used.account, used.clientId LIMIT ${limit}`;
}

export interface EntryLineRow {
  entryId: number;
  localDate: string;
  kind: string;
  /** The printed number of what the entry stands for; empty when it has none. */
  documentNumber: string;
  account: string;
  clientNumber: string | null;
  amountMinor: number;
}

/** Whole entries by day, then by order of writing, after that one; lines of an entry stand together. */
export async function readEntryPage(
  db: ReadableLedger,
  scope: JournalScope,
  after: { localDate: string; entryId: number },
  limit: number,
): Promise<EntryLineRow[]> {
  return await db.all<EntryLineRow>`
    WITH page AS (
      SELECT id, commit_seq, kind, document_kind, document_id, local_date FROM journal_entry
      WHERE local_date BETWEEN max(${scope.fromDate}, ${after.localDate}) AND ${scope.toDate}
        AND id <= ${scope.lastEntryId} AND (local_date, id) > (${after.localDate}, ${after.entryId})
      ORDER BY local_date, id LIMIT ${limit})
    SELECT page.id AS entryId, page.local_date AS localDate, page.kind, coalesce(CASE page.document_kind
        WHEN 'invoice' THEN (SELECT number FROM invoice WHERE id = page.document_id)
        WHEN 'credit_memo' THEN (SELECT number FROM credit_memo WHERE id = page.document_id)
        WHEN 'payment' THEN (SELECT number FROM payment WHERE id = page.document_id)
        WHEN 'payment_void' THEN (SELECT number FROM payment_void JOIN payment ON payment.id = payment_id
          WHERE payment_void.id = page.document_id)
        WHEN 'refund' THEN (SELECT number FROM refund_outcome WHERE refund_id = page.document_id)
        WHEN 'refund_excess' THEN (SELECT number FROM refund_excess WHERE id = page.document_id)
        WHEN 'deposit_slip' THEN (SELECT number FROM deposit_slip WHERE id = page.document_id)
      END, '') AS documentNumber, line.account, client.number AS clientNumber, line.amount_minor AS amountMinor
    FROM page JOIN journal_line line ON line.commit_seq = page.commit_seq AND line.entry_id = page.id
    LEFT JOIN client ON client.id = line.client_id
    ORDER BY page.local_date, page.id, line.id`;
}

export interface DayLineRow {
  localDate: string;
  /** Entries of the day. */
  entries: number;
  account: string;
  amountMinor: number;
}

/** Each account's sum of each day after that one, of at most so many days; all clients are one account. */
export async function readDayPage(
  db: ReadableLedger,
  scope: JournalScope,
  afterDate: string,
  days: number,
): Promise<DayLineRow[]> {
  return await db.all<DayLineRow>`
    WITH entry AS (
      SELECT id, commit_seq, local_date FROM journal_entry
      WHERE id <= ${scope.lastEntryId} AND local_date IN (
        SELECT DISTINCT local_date FROM journal_entry
        WHERE local_date BETWEEN ${scope.fromDate} AND ${scope.toDate} AND local_date > ${afterDate}
          AND id <= ${scope.lastEntryId}
        ORDER BY local_date LIMIT ${days}))
    SELECT entry.local_date AS localDate, line.account, sum(line.amount_minor) AS amountMinor,
      (SELECT count(*) FROM entry own WHERE own.local_date = entry.local_date) AS entries
    FROM entry JOIN journal_line line ON line.commit_seq = entry.commit_seq AND line.entry_id = entry.id
    GROUP BY entry.local_date, line.account ORDER BY entry.local_date, line.account`;
}
