/** What each document changes of what its client owes, in cents. */
export const CLIENT_DOCUMENTS = `
  SELECT client_id, total_minor AS amount FROM invoice
  UNION ALL SELECT client_id, -total_minor FROM credit_memo
  UNION ALL SELECT client_id, -amount_minor FROM payment
  UNION ALL SELECT payment.client_id, payment.amount_minor FROM payment_void JOIN payment ON payment.id = payment_id
  UNION ALL SELECT payment.client_id, payment.amount_minor FROM payment_return JOIN payment ON payment.id = payment_id
  UNION ALL SELECT refund.client_id, back.amount_minor FROM money_back back JOIN refund ON refund.id = refund_id`;

/** Documents whose money is in the journal. */
export const POSTED = [
  'invoice',
  'credit_memo',
  'payment',
  'payment_void',
  'payment_return',
  'deposit_slip',
  'gateway_settlement',
  'refund_excess',
] as const;
/** Every table that a journal entry may name. */
export const DOCUMENT_KINDS = [...POSTED, 'refund', 'till_session', 'batch_acceptance'] as const;
