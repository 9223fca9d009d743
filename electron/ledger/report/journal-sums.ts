import type { ReadableLedger } from '../sql.ts';
import type { ReportScope } from './scope.ts';

export interface AccountSum {
  account: string;
  /** Debit less credit, in cents. */
  amountMinor: number;
}

/** What invoices and credit memos moved, by account. */
export async function readSalesEntries(db: ReadableLedger, scope: ReportScope): Promise<AccountSum[]> {
  return await db.all<AccountSum>`
    SELECT line.account, sum(line.amount_minor) AS amountMinor
    FROM journal_entry entry JOIN journal_line line ON line.entry_id = entry.id
    WHERE entry.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND entry.document_kind IN ('invoice', 'credit_memo')
      AND (${scope.tillId} IS NULL
        OR entry.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR ${scope.staffId} = CASE entry.document_kind
        WHEN 'invoice' THEN (SELECT staff_id FROM invoice WHERE id = entry.document_id)
        ELSE (SELECT staff_id FROM credit_memo WHERE id = entry.document_id) END)
    GROUP BY line.account`;
}

/** What payments, their voids and returns, and refunds moved, by account. */
export async function readMoneyEntries(db: ReadableLedger, scope: ReportScope): Promise<AccountSum[]> {
  return await db.all<AccountSum>`
    SELECT line.account, sum(line.amount_minor) AS amountMinor
    FROM journal_entry entry JOIN journal_line line ON line.entry_id = entry.id
    WHERE entry.local_date BETWEEN ${scope.fromDate} AND ${scope.toDate}
      AND entry.document_kind IN ('payment', 'payment_void', 'payment_return', 'refund', 'refund_excess')
      AND (${scope.tillId} IS NULL
        OR entry.till_session_id IN (SELECT id FROM till_session WHERE till_id = ${scope.tillId}))
      AND (${scope.staffId} IS NULL OR ${scope.staffId} = CASE entry.document_kind
        WHEN 'payment' THEN (SELECT staff_id FROM payment WHERE id = entry.document_id)
        WHEN 'payment_return' THEN (SELECT staff_id FROM payment_return WHERE id = entry.document_id)
        WHEN 'payment_void' THEN (SELECT staff_id FROM payment_void WHERE id = entry.document_id)
        WHEN 'refund_excess' THEN (SELECT staff_id FROM refund_excess WHERE id = entry.document_id)
        ELSE (SELECT staff_id FROM refund_outcome WHERE refund_id = entry.document_id) END)
    GROUP BY line.account`;
}

/** Every account with its balance before the period, what the period moved, and its balance at the end; cents. */
export interface AccountMovement {
  account: string;
  openingMinor: number;
  debitMinor: number;
  /** Positive. */
  creditMinor: number;
  closingMinor: number;
}

/** The accounts of the journal over a period; `clients` is one account. */
export async function readAccounts(
  db: ReadableLedger,
  { fromDate, toDate }: Pick<ReportScope, 'fromDate' | 'toDate'>,
): Promise<AccountMovement[]> {
  return await db.all<AccountMovement>`
    SELECT line.account,
      coalesce(sum(line.amount_minor) FILTER (WHERE entry.local_date < ${fromDate}), 0) AS openingMinor,
      coalesce(sum(line.amount_minor) FILTER (WHERE entry.local_date >= ${fromDate} AND line.amount_minor > 0), 0)
        AS debitMinor,
      coalesce(-sum(line.amount_minor) FILTER (WHERE entry.local_date >= ${fromDate} AND line.amount_minor < 0), 0)
        AS creditMinor,
      sum(line.amount_minor) AS closingMinor
    FROM journal_entry entry JOIN journal_line line ON line.entry_id = entry.id
    WHERE entry.local_date <= ${toDate} GROUP BY line.account ORDER BY line.account`;
}

/** The balance of one account, or of all those that begin alike, at the end of a day; debit less credit, cents. */
export async function readAccountBalance(
  db: ReadableLedger,
  account: string,
  toDate: string,
): Promise<number> {
  const row = await db.get<{ amountMinor: number }>`
    SELECT coalesce(sum(line.amount_minor), 0) AS amountMinor
    FROM journal_line line JOIN journal_entry entry ON entry.id = line.entry_id
    WHERE line.account = ${account} AND entry.local_date <= ${toDate}`;
  return row?.amountMinor ?? 0;
}
