import type { MoneyCheck } from './verify-money.ts';

/** What was charged and given back online, what a bank took back, and what was paid into the bank. */
export const GATEWAY_CHECKS: readonly MoneyCheck[] = [
  {
    check: 'return-allocation',
    sql: `SELECT payment_id AS id, sum(amount_minor) AS amount FROM allocation
      WHERE item_id IS NOT NULL AND payment_id IN (SELECT payment_id FROM payment_return)
      GROUP BY payment_id HAVING sum(amount_minor) <> 0`,
    fr: 'Paiement {id} : retourné par la banque, il paie encore {amount}.',
    en: 'Payment {id}: returned by the bank, it still pays {amount}.',
  },
  {
    check: 'refund-card',
    sql: `SELECT attempt.id FROM attempt JOIN gateway_attempt asked ON asked.attempt_id = attempt.id
      JOIN refund_line line ON line.refund_id = attempt.refund_id JOIN payment ON payment.id = line.origin_payment_id
      LEFT JOIN gateway_attempt paid ON paid.attempt_id = payment.attempt_id
      WHERE attempt.driver = 'gateway' AND paid.saved_method_id IS NOT asked.saved_method_id`,
    fr: 'Tentative {id} : un remboursement vers une autre carte que celle qui a payé.',
    en: 'Attempt {id}: a refund to another card than the one that paid.',
  },
  {
    check: 'gateway-named',
    sql: `SELECT attempt.id FROM attempt LEFT JOIN gateway_reference named ON named.attempt_id = attempt.id
      WHERE driver = 'gateway' AND direction = 'in' AND state = 'approved' AND named.id IS NULL`,
    fr: 'Tentative {id} : un débit accepté sans le nom que lui donne la passerelle.',
    en: 'Attempt {id}: an approved charge without the gateway’s name of it.',
  },
  {
    check: 'settlement',
    sql: `SELECT settlement.id, coalesce(sum(CASE WHEN line.payment_id IS NULL THEN -line.amount_minor ELSE line.amount_minor END), 0)
        - settlement.amount_minor AS amount
      FROM gateway_settlement settlement LEFT JOIN gateway_settlement_line line ON line.settlement_id = settlement.id
      GROUP BY settlement.id HAVING amount <> 0`,
    fr: 'Versement {id} : ses lignes diffèrent de son montant de {amount}.',
    en: 'Payout {id}: its lines differ from its amount by {amount}.',
  },
];
