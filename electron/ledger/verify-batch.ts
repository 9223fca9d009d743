/** Accepted batch slips against their slips and their entries. */
export const BATCH_CHECKS = [
  {
    check: 'batch-slip',
    sql: `SELECT batch_acceptance.id, net_minor - coalesce(posted, 0) AS amount FROM batch_acceptance
      JOIN batch_slip ON batch_slip.id = batch_slip_id
      LEFT JOIN (SELECT document_id, sum(amount_minor) AS posted FROM journal_entry JOIN journal_line ON entry_id = journal_entry.id
        WHERE document_kind = 'batch_acceptance' AND account = 'bank' GROUP BY document_id) ON document_id = batch_acceptance.id
      WHERE net_minor <> coalesce(posted, 0) OR net_minor <> sales_minor - refunds_minor
        OR batch_acceptance.terminal_id <> batch_slip.terminal_id OR batch_acceptance.batch_date <> batch_slip.batch_date`,
    fr: 'Relevé de lot accepté {id} : il diffère de son écriture ou de son relevé ({amount}).',
    en: 'Accepted batch slip {id}: it differs from its entry or from its slip ({amount}).',
  },
];
