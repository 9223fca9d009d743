import { readPaymentRule } from '../../ledger/payment-rule-store.ts';
import type { QueryHandler } from '../context.ts';

export const readPaymentRuleQuery: QueryHandler<'paymentRule.read'> = async ({ db }) =>
  await readPaymentRule(db);
