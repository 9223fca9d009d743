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
