import type { MoneyCheck } from './verify-money.ts';

/** Instalments, batches and replacements: what they promise or made agrees with the documents (domain.md B8, B11, B17). */
export const BILLING_CHECKS: readonly MoneyCheck[] = [
  {
    // a payment under way may bring more than is owed: it is never touched, its surplus becomes a deposit
    check: 'item-plan',
    sql: `SELECT id, planned AS amount FROM (SELECT item_id AS id,
        sum(CASE WHEN state IN ('planned', 'failed') THEN amount_minor ELSE 0 END) AS planned,
        max(0, (SELECT total_minor FROM invoice_item WHERE invoice_item.id = item_id)
          - coalesce((SELECT sum(amount_minor) FROM allocation WHERE allocation.item_id = planned_payment.item_id), 0)
          - sum(CASE WHEN state IN ('processing', 'retried') THEN amount_minor ELSE 0 END)) AS room
      FROM planned_payment WHERE state IN ('planned', 'processing', 'failed', 'retried') GROUP BY item_id)
      WHERE planned > room`,
    fr: 'Article {id} : ses versements prévus ({amount}) passent ce qu’il doit.',
    en: 'Item {id}: its planned payments ({amount}) pass what it owes.',
  },
  {
    // a charge may be taken back by a memo an item: the documents of an account are summed
    check: 'bulk-account',
    sql: `SELECT id, difference AS amount FROM (SELECT account.id, account.state, batch.kind, account.total_minor - coalesce((
        SELECT sum(coalesce(invoice.total_minor, memo.total_minor)) FROM bulk_document document
        LEFT JOIN invoice ON invoice.id = invoice_id LEFT JOIN credit_memo memo ON memo.id = memo_id
        WHERE bulk_account_id = account.id), 0) AS difference
      FROM bulk_account account JOIN bulk_batch batch ON batch.id = batch_id)
      WHERE CASE WHEN state <> 'done' THEN 0 WHEN kind = 'reversal' THEN difference < 0 ELSE difference <> 0 END`,
    fr: 'Lot, compte {id} : ses documents diffèrent de {amount} de ce qui était prévu.',
    en: 'Batch, account {id}: its documents differ by {amount} from what was planned.',
  },
  {
    check: 'replacement',
    sql: `SELECT replaced.id FROM item_replacement replaced
      JOIN invoice_item old ON old.id = old_item_id JOIN invoice before ON before.id = old.invoice_id
      JOIN invoice_item new ON new.id = new_item_id JOIN invoice after ON after.id = new.invoice_id
      WHERE before.client_id <> after.client_id
        OR old.total_minor <> coalesce((SELECT sum(total_minor) FROM credit_memo_line WHERE item_id = old.id), 0)
        OR EXISTS (SELECT 1 FROM registration WHERE item_id = old.id AND state = 'active')`,
    fr: 'Remplacement {id} : son ancien item n’est pas crédité en entier, garde une inscription ou est d’un autre client.',
    en: 'Replacement {id}: its old item is not credited whole, keeps a registration or is another client’s.',
  },
  {
    check: 'take-back',
    sql: `SELECT taken.id, taken.amount_minor AS amount FROM refund_take_back taken
      JOIN invoice_item item ON item.id = item_id JOIN invoice ON invoice.id = item.invoice_id
      JOIN refund ON refund.id = refund_id
      WHERE item.total_minor <> taken.amount_minor OR invoice.client_id <> refund.client_id
        OR (SELECT sum(amount_minor) FROM refund_take_back other
            WHERE other.refund_id = taken.refund_id AND other.memo_id = taken.memo_id)
          > coalesce((SELECT sum(done.amount_minor) FROM refund_outcome_line done
            JOIN refund_line line ON line.id = done.refund_line_id
            WHERE line.refund_id = taken.refund_id AND line.memo_id = taken.memo_id), 0)`,
    fr: 'Reprise de remboursement {id} ({amount}) : elle passe ce qui a été rendu, ou sa facture dit autre chose.',
    en: 'Refund taken back {id} ({amount}): it passes what was given back, or its invoice says otherwise.',
  },
  {
    check: 'plan-account',
    sql: `SELECT planned.id FROM planned_payment planned JOIN invoice_item item ON item.id = planned.item_id
      JOIN invoice ON invoice.id = item.invoice_id WHERE invoice.client_id <> planned.client_id`,
    fr: 'Le versement prévu {id} est au compte d’un autre client que son article.',
    en: 'Planned payment {id} is on another account than its item.',
  },
];
