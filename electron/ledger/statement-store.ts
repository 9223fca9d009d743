import type { Movement, StatementKind } from '../../shared/domain/statement.ts';
import type { Language } from '../../shared/i18n/format.ts';
import type { ReadableLedger } from './sql.ts';

/** What a statement looks at: nothing dated after its last day, and nothing committed after it was made. */
export interface StatementView {
  readonly clientId: number;
  readonly toDate: string;
  /** The instant at which the last day ends. */
  readonly endsAt: string;
  /** The statement's own commit; null for one that is not made yet. */
  readonly beforeSeq: number | null;
}

export interface MovementRow extends Movement {
  readonly at: string;
  readonly number: string;
  readonly descriptionFr: string;
  readonly descriptionEn: string;
  readonly method: 'cash' | 'terminal' | 'cheque' | 'online-card' | 'echeck' | null;
  readonly cardBrand: string | null;
  readonly cardLast4: string | null;
  readonly chequeNumber: string | null;
  readonly gstMinor: number;
  readonly qstMinor: number;
  /** The payment, memo or refund whose allocations belong to this movement. */
  readonly sourceId: number;
}

const NEVER_SEQ = Number.MAX_SAFE_INTEGER;

/** Everything that moved a client's balance before a commit, in no order; cents, positive = the client owes more. */
export async function readMovements(
  db: ReadableLedger,
  { clientId, beforeSeq }: Pick<StatementView, 'clientId' | 'beforeSeq'>,
): Promise<MovementRow[]> {
  const seq = beforeSeq ?? NEVER_SEQ;
  return await db.all<MovementRow>`
    SELECT 'invoice' AS kind, id AS documentId, number, at, local_date AS localDate, commit_seq AS commitSeq,
      total_minor AS amountMinor,
      coalesce((SELECT group_concat(name_fr, ', ' ORDER BY line_number)
        FROM invoice_item WHERE invoice_id = invoice.id), '') AS descriptionFr,
      coalesce((SELECT group_concat(coalesce(nullif(name_en, ''), name_fr), ', ' ORDER BY line_number)
        FROM invoice_item WHERE invoice_id = invoice.id), '') AS descriptionEn,
      NULL AS method, NULL AS cardBrand, NULL AS cardLast4, NULL AS chequeNumber,
      gst_minor AS gstMinor, qst_minor AS qstMinor, id AS sourceId
    FROM invoice WHERE client_id = ${clientId} AND commit_seq < ${seq}
    UNION ALL SELECT 'credit-memo', id, number, at, local_date, commit_seq, -total_minor, reason, reason,
      NULL, NULL, NULL, NULL, -gst_minor, -qst_minor, id
    FROM credit_memo WHERE client_id = ${clientId} AND commit_seq < ${seq}
    UNION ALL SELECT 'payment', id, number, at, local_date, commit_seq, -amount_minor, '', '',
      method, card_brand, card_last4, cheque_number, 0, 0, id
    FROM payment WHERE client_id = ${clientId} AND commit_seq < ${seq}
    UNION ALL SELECT 'payment-void', gone.id, payment.number, gone.at, gone.local_date, gone.commit_seq,
      payment.amount_minor, gone.reason, gone.reason, method, card_brand, card_last4, cheque_number, 0, 0, payment.id
    FROM payment_void gone JOIN payment ON payment.id = gone.payment_id
    WHERE payment.client_id = ${clientId} AND gone.commit_seq < ${seq}
    UNION ALL SELECT 'refund', outcome.id, outcome.number, outcome.at, outcome.local_date, outcome.commit_seq,
      outcome.amount_minor, '', '', destination,
      (SELECT card_brand FROM attempt_evidence evidence
        WHERE evidence.attempt_id = outcome.attempt_id AND card_last4 IS NOT NULL ORDER BY id DESC LIMIT 1),
      (SELECT card_last4 FROM attempt_evidence evidence
        WHERE evidence.attempt_id = outcome.attempt_id AND card_last4 IS NOT NULL ORDER BY id DESC LIMIT 1),
      NULL, 0, 0, refund.id
    FROM refund JOIN refund_outcome outcome ON outcome.refund_id = refund.id
    WHERE refund.client_id = ${clientId} AND outcome.commit_seq < ${seq}
    UNION ALL SELECT 'refund', -excess.id, excess.number, excess.at, excess.local_date, excess.commit_seq,
      excess.amount_minor, '', '', destination, NULL, NULL, NULL, 0, 0, -excess.id
    FROM refund JOIN refund_excess excess ON excess.refund_id = refund.id
    WHERE refund.client_id = ${clientId} AND excess.commit_seq < ${seq}`;
}

export interface StatementItemRow {
  invoiceId: number;
  nameFr: string;
  nameEn: string;
  personName: string | null;
  quantity: number;
  netMinor: number;
}

/** The items of some invoices, in line order. */
export async function readStatementItems(
  db: ReadableLedger,
  invoiceIds: readonly number[],
): Promise<StatementItemRow[]> {
  return await db.all<StatementItemRow>`
    SELECT invoice_id AS invoiceId, name_fr AS nameFr, name_en AS nameEn,
      trim(given_name || ' ' || family_name) AS personName, quantity, net_minor AS netMinor
    FROM invoice_item item LEFT JOIN person ON person.id = item.person_id
    WHERE invoice_id IN (SELECT value FROM json_each(${JSON.stringify(invoiceIds)}))
    ORDER BY invoice_id, line_number`;
}

export interface StatementLinkRow {
  allocationId: number;
  commitSeq: number;
  at: string;
  paymentId: number | null;
  memoId: number | null;
  refundId: number | null;
  sourceNumber: string;
  /** Of the item's invoice; empty for money that went to a refund. */
  invoiceNumber: string;
  nameFr: string;
  nameEn: string;
  amountMinor: number;
}

/** What each payment and credit of a client was put to, oldest first; cents, negative when taken back. */
export async function readStatementLinks(
  db: ReadableLedger,
  { clientId, endsAt, beforeSeq }: StatementView,
): Promise<StatementLinkRow[]> {
  return await db.all<StatementLinkRow>`
    SELECT link.id AS allocationId, link.commit_seq AS commitSeq, link.at, link.payment_id AS paymentId,
      link.memo_id AS memoId, link.refund_id AS refundId, link.sourceNumber,
      coalesce(invoice.number, '') AS invoiceNumber, coalesce(item.name_fr, '') AS nameFr,
      coalesce(item.name_en, '') AS nameEn, link.amount_minor AS amountMinor
    FROM (SELECT allocation.*, payment.number AS sourceNumber FROM payment
        JOIN allocation ON allocation.payment_id = payment.id WHERE payment.client_id = ${clientId}
      UNION ALL SELECT allocation.*, memo.number FROM credit_memo memo
        JOIN allocation ON allocation.memo_id = memo.id WHERE memo.client_id = ${clientId}) link
    LEFT JOIN invoice_item item ON item.id = link.item_id LEFT JOIN invoice ON invoice.id = item.invoice_id
    WHERE link.at < ${endsAt} AND link.commit_seq < ${beforeSeq ?? NEVER_SEQ} ORDER BY link.id`;
}

/** What the client owed on each item at the end of a day, in cents. */
export async function readOwedItems(
  db: ReadableLedger,
  { clientId, toDate, endsAt, beforeSeq }: StatementView,
): Promise<{ dueDate: string; owedMinor: number }[]> {
  const seq = beforeSeq ?? NEVER_SEQ;
  return await db.all<{ dueDate: string; owedMinor: number }>`
    SELECT dueDate, owedMinor FROM (
      SELECT due_date AS dueDate, item.total_minor - coalesce((SELECT sum(amount_minor) FROM allocation
        WHERE item_id = item.id AND at < ${endsAt} AND commit_seq < ${seq}), 0) AS owedMinor
      FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
      WHERE client_id = ${clientId} AND invoice.local_date <= ${toDate} AND invoice.commit_seq < ${seq})
    WHERE owedMinor <> 0`;
}

/** Deposits and credits that stood open at the end of a day, in cents. */
export async function readHeldMoney(
  db: ReadableLedger,
  { clientId, toDate, endsAt, beforeSeq }: StatementView,
): Promise<{ depositMinor: number; creditMinor: number }> {
  const seq = beforeSeq ?? NEVER_SEQ;
  const row = await db.get<{ depositMinor: number; creditMinor: number }>`
    SELECT
      coalesce((SELECT sum(amount_minor - coalesce((SELECT sum(amount_minor) FROM allocation
          WHERE payment_id = payment.id AND at < ${endsAt} AND commit_seq < ${seq}), 0))
        FROM payment WHERE client_id = ${clientId} AND local_date <= ${toDate} AND commit_seq < ${seq}
          AND NOT EXISTS (SELECT 1 FROM payment_void gone WHERE gone.payment_id = payment.id
            AND gone.local_date <= ${toDate} AND gone.commit_seq < ${seq})), 0) AS depositMinor,
      coalesce((SELECT sum(total_minor - coalesce((SELECT sum(amount_minor) FROM allocation
          WHERE memo_id = memo.id AND at < ${endsAt} AND commit_seq < ${seq}), 0))
        FROM credit_memo memo WHERE client_id = ${clientId} AND local_date <= ${toDate} AND commit_seq < ${seq}), 0)
        AS creditMinor`;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

export interface StatementRow {
  statementId: number;
  number: string;
  clientId: number;
  kind: StatementKind;
  fromDate: string;
  toDate: string;
  openingMinor: number;
  closingMinor: number;
  language: Language;
  message: string;
  staffName: string;
  localDate: string;
  at: string;
  commitSeq: number;
}

/** A client's last `limit` statements, newest first; those before a commit when it is given. */
export async function readStatementsOf(
  db: ReadableLedger,
  clientId: number,
  limit: number,
  beforeSeq: number | null = null,
): Promise<StatementRow[]> {
  return await db.all<StatementRow>`
    SELECT statement.id AS statementId, number, client_id AS clientId, kind, from_date AS fromDate, to_date AS toDate,
      opening_minor AS openingMinor, closing_minor AS closingMinor, statement.language, message,
      staff.name AS staffName, local_date AS localDate, at, commit_seq AS commitSeq
    FROM statement JOIN staff ON staff.id = staff_id
    WHERE client_id = ${clientId} AND commit_seq < ${beforeSeq ?? NEVER_SEQ}
    ORDER BY statement.id DESC LIMIT ${limit}`;
}

export async function readStatement(
  db: ReadableLedger,
  statementId: number,
): Promise<StatementRow | undefined> {
  return await db.get<StatementRow>`
    SELECT statement.id AS statementId, number, client_id AS clientId, kind, from_date AS fromDate, to_date AS toDate,
      opening_minor AS openingMinor, closing_minor AS closingMinor, statement.language, message,
      staff.name AS staffName, local_date AS localDate, at, commit_seq AS commitSeq
    FROM statement JOIN staff ON staff.id = staff_id WHERE statement.id = ${statementId}`;
}

export interface CandidateRow {
  clientId: number;
  number: string;
  name: string;
  language: Language;
  closingMinor: number;
  movementCount: number;
  lastNumber: string | null;
  lastToDate: string | null;
}

/**
 * Accounts by name with their balance at the end of `toDate` and what moved since `fromDate`, or since the day after
 * each one's last statement; never the walk-in account.
 */
export async function readStatementCandidates(
  db: ReadableLedger,
  asked: {
    who: 'balance' | 'moved' | 'chosen';
    clientIds: readonly number[];
    fromDate: string | null;
    toDate: string;
    limit: number;
  },
): Promise<CandidateRow[]> {
  const { who, fromDate, toDate } = asked;
  return await db.all<CandidateRow>`
    SELECT client.id AS clientId, client.number, client.name, client.language,
      coalesce(sum(line.amount_minor) FILTER (WHERE entry.local_date <= ${toDate}), 0) AS closingMinor,
      count(DISTINCT entry.id) FILTER (WHERE entry.local_date <= ${toDate}
        AND entry.local_date >= coalesce(${fromDate}, date(last.to_date, '+1 day'), '')) AS movementCount,
      last.number AS lastNumber, last.to_date AS lastToDate
    FROM client
    LEFT JOIN statement last ON last.id = (SELECT max(id) FROM statement WHERE client_id = client.id)
    LEFT JOIN journal_line line ON line.client_id = client.id AND line.client_id IS NOT NULL
    LEFT JOIN journal_entry entry ON entry.id = line.entry_id
    WHERE client.kind <> 'walk-in'
      AND (${who} <> 'chosen' OR client.id IN (SELECT value FROM json_each(${JSON.stringify(asked.clientIds)})))
    GROUP BY client.id
    HAVING ${who} = 'chosen' OR (${who} = 'balance' AND closingMinor <> 0) OR (${who} = 'moved' AND movementCount > 0)
    ORDER BY client.name COLLATE NOCASE, client.id LIMIT ${asked.limit}`;
}
