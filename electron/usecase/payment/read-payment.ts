import { refuse } from '../../../shared/domain/refusal.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import { readPaymentLinks, readPayment as readPaymentRow } from '../../ledger/payment-store.ts';
import type { QueryHandler } from '../context.ts';
import { whyNotVoidable } from './payment-voidable.ts';
import { whyNotReturnable } from './return-payment.ts';

export const readPayment: QueryHandler<'payment.read'> = async ({ db, staff }, { paymentId }) => {
  const row = await readPaymentRow(db, paymentId);
  if (!row) refuse('payment-unknown', { paymentId });
  const {
    saleId: _,
    allocatedMinor,
    clientKind,
    sessionState: __,
    tillId: ___,
    tillSessionId: ____,
    staffId: _____,
    ...payment
  } = row;
  return {
    ...payment,
    isVoid: row.isVoid === 1,
    canReturn: whyNotReturnable(row) === null,
    canVoid: whyNotVoidable(row) === null && clientKind !== 'walk-in' && hasRole(staff.roles, 'supervisor'),
    depositMinor: row.isVoid === 1 || row.returnReason !== null ? 0 : row.amountMinor - allocatedMinor,
    allocations: await readPaymentLinks(db, paymentId),
  };
};
