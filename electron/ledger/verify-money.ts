import type Database from 'better-sqlite3';
import type { Report } from './verify.ts';
import { BATCH_CHECKS } from './verify-batch.ts';
import { BILLING_CHECKS } from './verify-billing.ts';
import { CLIENT_DOCUMENTS, DOCUMENT_KINDS, POSTED } from './verify-documents.ts';
import { GATEWAY_CHECKS } from './verify-gateway.ts';
import { REBATE_CHECKS } from './verify-rebate.ts';

/** One check: each row of the query is a problem; its words take {id}, {amount} and {name} from the row. */
export interface MoneyCheck {
  readonly check: string;
  readonly sql: string;
  readonly fr: string;
  readonly en: string;
}

const CHECKS: readonly MoneyCheck[] = [
  {
    check: 'entry-balance',
    sql: 'SELECT entry_id AS id, sum(amount_minor) AS amount FROM journal_line GROUP BY entry_id HAVING sum(amount_minor) <> 0',
    fr: "L'écriture {id} ne balance pas : {amount}.",
    en: 'Journal entry {id} does not sum to zero: {amount}.',
  },
  {
    check: 'entry-empty',
    sql: 'SELECT id FROM journal_entry WHERE id NOT IN (SELECT entry_id FROM journal_line)',
    fr: "L'écriture {id} n'a aucune ligne.",
    en: 'Journal entry {id} has no line.',
  },
  {
    check: 'entry-commit',
    sql: 'SELECT line.id FROM journal_line AS line JOIN journal_entry ON journal_entry.id = entry_id WHERE line.commit_seq <> journal_entry.commit_seq',
    fr: "La ligne {id} n'a pas été écrite avec son écriture.",
    en: 'Journal line {id} was not written with its entry.',
  },
  {
    check: 'client-balance',
    sql: `SELECT client_id AS id, sum(amount) AS amount FROM (
      SELECT client_id, -amount_minor AS amount FROM journal_line WHERE account = 'clients' UNION ALL ${CLIENT_DOCUMENTS}
    ) GROUP BY client_id HAVING sum(amount) <> 0`,
    fr: 'Client {id} : ses documents et son compte diffèrent de {amount}.',
    en: 'Client {id}: documents and account differ by {amount}.',
  },
  ...(['from_date', 'to_date'] as const).map((column) => {
    const isOpening = column === 'from_date';
    const printed = isOpening ? 'opening_minor' : 'closing_minor';
    return {
      check: 'statement-balance',
      sql: `SELECT id, difference AS amount FROM (
        SELECT statement.id, ${printed} - coalesce((SELECT sum(amount_minor) FROM journal_line AS line
          JOIN journal_entry AS entry ON entry.id = line.entry_id
          WHERE line.client_id = statement.client_id AND line.client_id IS NOT NULL
            AND entry.local_date ${isOpening ? '<' : '<='} statement.${column}
            AND line.commit_seq < statement.commit_seq), 0) AS difference
        FROM statement) WHERE difference <> 0`,
      fr: `Relevé {id} : son solde ${isOpening ? 'du début' : 'de la fin'} et le compte diffèrent de {amount}.`,
      en: `Statement {id}: its ${isOpening ? 'opening' : 'closing'} balance and the account differ by {amount}.`,
    };
  }),
  ...POSTED.map((table) => ({
    check: 'document-unposted',
    sql: `SELECT id FROM ${table} WHERE id NOT IN (SELECT document_id FROM journal_entry WHERE document_kind = '${table}')
      ${table === 'invoice' || table === 'credit_memo' ? 'AND total_minor <> 0' : ''}`,
    fr: `${table} {id} n'a pas d'écriture au journal.`,
    en: `${table} {id} has no journal entry.`,
  })),
  {
    check: 'document-unposted',
    sql: `SELECT refund_id AS id FROM refund_outcome
      WHERE refund_id NOT IN (SELECT document_id FROM journal_entry WHERE document_kind = 'refund')`,
    fr: "Le remboursement {id} est fait mais n'a pas d'écriture au journal.",
    en: 'Refund {id} is done but has no journal entry.',
  },
  ...DOCUMENT_KINDS.map((table) => ({
    check: 'entry-orphan',
    sql: `SELECT id FROM journal_entry WHERE document_kind = '${table}' AND document_id NOT IN (SELECT id FROM ${table})`,
    fr: `L'écriture {id} nomme un document (${table}) qui n'existe pas.`,
    en: `Journal entry {id} names a document (${table}) that does not exist.`,
  })),
  {
    check: 'payment-allocation',
    sql: `SELECT payment.id, sum(allocation.amount_minor) - payment.amount_minor AS amount FROM allocation JOIN payment ON payment.id = payment_id
      GROUP BY payment.id HAVING sum(allocation.amount_minor) NOT BETWEEN 0 AND payment.amount_minor
      OR (sum(allocation.amount_minor) <> 0 AND payment.id IN (SELECT payment_id FROM payment_void))`,
    fr: 'Paiement {id} : affecté au-delà de son montant ({amount}).',
    en: 'Payment {id}: allocated beyond its amount ({amount}).',
  },
  {
    check: 'memo-allocation',
    sql: `SELECT credit_memo.id, sum(amount_minor) - total_minor AS amount FROM allocation JOIN credit_memo ON credit_memo.id = memo_id
      GROUP BY credit_memo.id HAVING sum(amount_minor) NOT BETWEEN 0 AND total_minor`,
    fr: 'Note de crédit {id} : affectée au-delà de son montant ({amount}).',
    en: 'Credit memo {id}: allocated beyond its amount ({amount}).',
  },
  {
    check: 'item-allocation',
    sql: `SELECT invoice_item.id, sum(amount_minor) - total_minor AS amount FROM allocation JOIN invoice_item ON invoice_item.id = item_id
      GROUP BY invoice_item.id HAVING sum(amount_minor) NOT BETWEEN 0 AND total_minor`,
    fr: 'Article {id} : payé au-delà de son total ({amount}).',
    en: 'Item {id}: paid beyond its total ({amount}).',
  },
  {
    check: 'item-credit',
    sql: `SELECT invoice_item.id, sum(line.total_minor) - invoice_item.total_minor AS amount FROM credit_memo_line AS line
      JOIN invoice_item ON invoice_item.id = line.item_id GROUP BY invoice_item.id
      HAVING sum(line.net_minor) > invoice_item.net_minor OR sum(line.gst_minor) > invoice_item.gst_minor
      OR sum(line.qst_minor) > invoice_item.qst_minor`,
    fr: 'Article {id} : crédité au-delà de ce qui a été facturé ({amount}).',
    en: 'Item {id}: credited beyond what was invoiced ({amount}).',
  },
  {
    check: 'item-funding',
    sql: `SELECT funding.item_id AS id, sum(funding.amount_minor) AS amount FROM item_funding funding
      GROUP BY funding.item_id, funding.memo_id HAVING amount NOT BETWEEN 0 AND coalesce((
        SELECT sum(amount_minor) FROM allocation WHERE allocation.item_id = funding.item_id
          AND allocation.memo_id = funding.memo_id), 0)`,
    fr: 'Article {id} : une note de crédit lui transmet plus ({amount}) que ce qu’elle en paie.',
    en: 'Item {id}: a credit memo hands on more ({amount}) than it pays of it.',
  },
  {
    check: 'item-discount',
    sql: `SELECT item.id, gross_minor - net_minor - coalesce(sum(amount_minor), 0) AS amount FROM invoice_item item
      LEFT JOIN discount_line ON item_id = item.id GROUP BY item.id HAVING amount <> 0`,
    fr: 'Article {id} : ses rabais diffèrent de {amount} de ce qui lui a été enlevé.',
    en: 'Item {id}: its discounts differ by {amount} from what was taken off.',
  },
  {
    check: 'discount-withdrawal',
    sql: `SELECT withdrawal.item_id AS id, item.net_minor - withdrawal.amount_minor AS amount
      FROM discount_withdrawal withdrawal JOIN invoice_item item ON item.id = withdrawal.item_id
      JOIN discount_line line ON line.id = discount_line_id
      WHERE item.net_minor <> withdrawal.amount_minor OR withdrawal.amount_minor > line.amount_minor`,
    fr: 'Article {id} : le rabais retiré diffère de {amount} de celui qui avait été donné.',
    en: 'Item {id}: the discount withdrawn differs by {amount} from the one that was given.',
  },
  ...GATEWAY_CHECKS,
  ...REBATE_CHECKS,
  ...BILLING_CHECKS,
  {
    check: 'refund-cap',
    sql: `SELECT origin_payment_id AS id, sum(amount) - payment.amount_minor AS amount FROM (
      SELECT origin_payment_id, amount_minor AS amount FROM refund_outcome_line
      UNION ALL SELECT origin_payment_id, amount_minor FROM hold WHERE state = 'held'
    ) JOIN payment ON payment.id = origin_payment_id GROUP BY origin_payment_id
    HAVING sum(amount) > payment.amount_minor OR origin_payment_id IN (SELECT payment_id FROM payment_void)`,
    fr: 'Paiement {id} : remboursé au-delà de son montant ({amount}).',
    en: 'Payment {id}: refunded beyond its amount ({amount}).',
  },
  {
    check: 'hold-outcome',
    sql: `SELECT id FROM hold WHERE state = 'held' AND refund_id IN (SELECT refund_id FROM refund_outcome)`,
    fr: 'La réserve {id} reste retenue pour un remboursement déjà fait.',
    en: 'Hold {id} is still held for a refund that is done.',
  },
  {
    check: 'hold-approval',
    sql: `SELECT hold.id FROM hold JOIN approval ON approval.refund_id = coalesce(
        (SELECT first_refund_id FROM refund_part part WHERE part.refund_id = hold.refund_id), hold.refund_id)
      WHERE hold.state = 'held' AND approval.state IN ('refused', 'withdrawn', 'lapsed')`,
    fr: 'La réserve {id} reste retenue pour une demande d’approbation terminée.',
    en: 'Hold {id} is still held for a request for approval that is over.',
  },
  {
    check: 'approval-attempt',
    sql: `SELECT DISTINCT approval.id FROM approval JOIN attempt ON attempt.refund_id = approval.refund_id OR attempt.refund_id IN (
        SELECT refund_id FROM refund_part WHERE first_refund_id = approval.refund_id)
      WHERE approval.state <> 'used' OR NOT EXISTS (
        SELECT 1 FROM approval_answer answer JOIN process_event used
          ON used.process = 'approval' AND used.row_id = approval.id AND used.to_state = 'used'
        WHERE answer.approval_id = approval.id AND answer.answer = 'granted' AND answer.staff_id <> approval.staff_id
          AND answer.intent_hash = approval.intent_hash AND used.at < answer.expires_at
          AND used.commit_seq > answer.commit_seq)`,
    fr: 'L’approbation {id} n’a pas été accordée par une autre personne avant le remboursement.',
    en: 'Approval {id} was not granted by another person before the refund.',
  },
  {
    check: 'refund-parts',
    sql: `SELECT part.first_refund_id AS id FROM refund_part part
      JOIN refund one ON one.id = part.refund_id JOIN refund first ON first.id = part.first_refund_id
      GROUP BY part.first_refund_id HAVING count(*) < 2 OR max(position) <> count(*)
        OR sum(one.client_id <> first.client_id OR one.commit_seq <> first.commit_seq) > 0`,
    fr: 'Remboursement {id} : ses parts n’ont pas été demandées ensemble, ou il en manque.',
    en: 'Refund {id}: its parts were not asked together, or some are missing.',
  },
  {
    check: 'refund-links',
    sql: `SELECT refund_id AS id, refund_outcome.amount_minor
        - coalesce((SELECT sum(amount_minor) FROM allocation WHERE allocation.refund_id = refund_outcome.refund_id), 0) AS amount
      FROM refund_outcome WHERE amount <> 0`,
    fr: 'Remboursement {id} : ce qui est parti et ce que ses sources ont donné diffèrent de {amount}.',
    en: 'Refund {id}: what went out and what its sources gave differ by {amount}.',
  },
  {
    check: 'refund-asked',
    sql: `SELECT line.refund_id AS id, done.amount_minor - line.amount_minor AS amount FROM refund_outcome_line AS done
      JOIN refund_line AS line ON line.id = done.refund_line_id
      WHERE done.amount_minor > line.amount_minor OR done.origin_payment_id <> line.origin_payment_id`,
    fr: 'Remboursement {id} : une ligne a donné {amount} de plus que demandé, ou d’un autre paiement.',
    en: 'Refund {id}: a line gave {amount} more than asked, or from another payment.',
  },
  ...(
    [
      ['invoice', 'invoice_item', 'invoice_id', 'total_minor', 'total_minor'],
      ['credit_memo', 'credit_memo_line', 'memo_id', 'total_minor', 'total_minor'],
      ['refund', 'refund_line', 'refund_id', 'amount_minor', 'amount_minor'],
      ['refund_outcome', 'refund_outcome_line', 'refund_outcome_id', 'amount_minor', 'amount_minor'],
    ] as const
  ).map(([document, line, key, whole, part]) => ({
    check: 'document-total',
    sql: `SELECT ${document}.id, coalesce(parts.amount, 0) - ${document}.${whole} AS amount FROM ${document}
      LEFT JOIN (SELECT ${key} AS document, sum(${part}) AS amount FROM ${line} GROUP BY ${key}) AS parts
      ON parts.document = ${document}.id WHERE coalesce(parts.amount, 0) <> ${document}.${whole}`,
    fr: `${document} {id} : ses lignes diffèrent de son total de {amount}.`,
    en: `${document} {id}: its lines differ from its total by {amount}.`,
  })),
  {
    // settled.md 11: only approved card legs may stand on the shared account, never anything spendable; an excess is owed by nobody known
    check: 'walk-in-balance',
    sql: `SELECT id, amount FROM (SELECT client.id,
        coalesce((SELECT sum(amount_minor) FROM journal_line WHERE client_id = client.id), 0)
        + coalesce((SELECT sum(amount_minor - coalesce((SELECT sum(amount_minor) FROM allocation WHERE payment_id = payment.id), 0))
          FROM payment WHERE client_id = client.id AND method = 'terminal' AND sale_id IS NOT NULL), 0)
        - coalesce((SELECT sum(excess.amount_minor) FROM refund_excess excess JOIN refund ON refund.id = refund_id
          WHERE refund.client_id = client.id), 0) AS amount
      FROM client WHERE kind = 'walk-in') WHERE amount <> 0`,
    fr: 'Le compte au comptoir {id} garde {amount} qui n’est à personne.',
    en: 'The walk-in account {id} keeps {amount} that is nobody’s.',
  },
  {
    check: 'drawer',
    sql: `SELECT session AS id, sum(amount) AS amount FROM (
      SELECT till_session_id AS session, amount_minor AS amount FROM drawer_event
      UNION ALL SELECT till_session_id, -amount_minor FROM journal_line JOIN journal_entry ON journal_entry.id = entry_id
        WHERE account LIKE 'cash:%' AND kind <> 'close-out'
    ) GROUP BY session HAVING sum(amount) <> 0 OR session IS NULL`,
    fr: 'Séance de caisse {id} : le tiroir et son compte diffèrent de {amount}.',
    en: 'Till session {id}: drawer and account differ by {amount}.',
  },
  {
    check: 'drawer-closed',
    sql: `SELECT till_session.id, sum(amount_minor) AS amount FROM till_session
      JOIN journal_entry ON journal_entry.till_session_id = till_session.id JOIN journal_line ON entry_id = journal_entry.id
      WHERE state = 'closed' AND account LIKE 'cash:%' GROUP BY till_session.id HAVING sum(amount_minor) <> 0`,
    fr: 'Séance de caisse {id} : fermée avec {amount} au compte du tiroir.',
    en: 'Till session {id}: closed with {amount} in the account of the drawer.',
  },
  {
    check: 'deposit-slip',
    sql: `SELECT deposit_slip.id, coalesce(sum(amount_minor), 0) - cheques_minor AS amount FROM deposit_slip
      LEFT JOIN deposit_slip_cheque ON deposit_slip_id = deposit_slip.id
      GROUP BY deposit_slip.id HAVING coalesce(sum(amount_minor), 0) <> cheques_minor`,
    fr: 'Bordereau de dépôt {id} : ses chèques diffèrent de son total de {amount}.',
    en: 'Deposit slip {id}: its cheques differ from its total by {amount}.',
  },
  ...BATCH_CHECKS,
  {
    check: 'drawer-count',
    sql: `SELECT till_session.id, (SELECT total_minor FROM till_count WHERE till_session_id = till_session.id ORDER BY id DESC LIMIT 1)
        - (SELECT coalesce(sum(amount_minor), 0) FROM drawer_event WHERE till_session_id = till_session.id) AS amount
      FROM till_session WHERE state = 'closed' AND amount IS NOT 0`,
    fr: 'Séance de caisse {id} : le dernier compte diffère des mouvements de {amount}.',
    en: 'Till session {id}: the last count differs from the movements by {amount}.',
  },
];

/** Entries, balances, allocations, caps and drawers; amounts in the words are minor units. */
export function checkMoney(database: Database.Database, report: Report): void {
  for (const { check, sql, fr, en } of CHECKS) {
    const found = database.prepare<[], { id: number | null; amount?: number }>(`${sql} LIMIT 10`).all();
    for (const row of found) report(check, fill(fr, row), fill(en, row));
  }
}

function fill(words: string, row: { id: number | null; amount?: number }): string {
  return words.replace('{id}', String(row.id ?? '?')).replace('{amount}', String(row.amount ?? ''));
}
