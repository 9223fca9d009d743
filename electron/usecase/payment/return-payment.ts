import type { ReturnReason } from '../../../shared/domain/payment-return.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { type PaymentRow, readPayment } from '../../ledger/payment-store.ts';
import { postPaymentReturn } from '../../ledger/post-gateway.ts';
import { isInBank } from '../../ledger/settlement-store.ts';
import type { CommandHandler } from '../context.ts';
import { removePaymentLinks } from './remove-payment-links.ts';
import { writeReturnFee } from './write-return-fee.ts';

/** Why no bank can return a payment, or null when one can: a cheque or an eCheck that stands. */
export function whyNotReturnable(
  payment: Pick<PaymentRow, 'method' | 'isVoid' | 'returnReason' | 'clientKind'>,
): 'method' | 'void' | 'already-returned' | 'walk-in' | null {
  if (payment.method !== 'cheque' && payment.method !== 'echeck') return 'method';
  if (payment.isVoid === 1) return 'void';
  if (payment.returnReason !== null) return 'already-returned';
  return payment.clientKind === 'walk-in' ? 'walk-in' : null;
}

/** A bank took a cheque or an eCheck back (NSF): its items are owed again, and a fee may be billed (domain.md B19). */
export const returnPayment: CommandHandler<'payment.return'> = async ({ db, staff }, input) => {
  const payment = await readPayment(db, input.paymentId);
  if (!payment) refuse('payment-unknown', { paymentId: input.paymentId });
  const why = whyNotReturnable(payment);
  if (why) refuse('payment-not-returnable', { why });
  const fee = input.fee && (await writeReturnFee(db, payment, input.fee, staff.staffId));
  const { returnId, reopenedMinor } = await recordReturn(db, payment, {
    reason: input.reason ?? 'nsf',
    note: input.note ?? '',
    feeInvoiceId: fee?.invoiceId ?? null,
    staffId: staff.staffId,
  });
  return {
    returnId,
    reopenedMinor,
    feeInvoiceId: fee?.invoiceId ?? null,
    feeInvoiceNumber: fee?.number ?? null,
  };
};

/** Writes a return: the payment's links go, the client owes again, and the money leaves where it was (settled.md 33). */
export async function recordReturn(
  db: WritableLedger,
  payment: Pick<PaymentRow, 'paymentId' | 'clientId' | 'method' | 'amountMinor' | 'number'>,
  how: { reason: ReturnReason; note: string; feeInvoiceId: number | null; staffId: number },
): Promise<{ returnId: number; reopenedMinor: number }> {
  const { paymentId, clientId, amountMinor } = payment;
  const returnId = await db.insert('payment_return', {
    payment_id: paymentId,
    reason: how.reason,
    note: how.note,
    fee_invoice_id: how.feeInvoiceId,
    staff_id: how.staffId,
    local_date: db.localDate,
    at: db.at,
  });
  const reopenedMinor = await removePaymentLinks(db, payment, { cause: 'return', staffId: how.staffId });
  const own = payment.method === 'echeck' ? ('echeck' as const) : ('cheques' as const);
  const from = (await isInBank(db, paymentId)) ? 'bank' : own;
  await postPaymentReturn(db, { returnId, clientId, from, amountMinor });
  await recordAudit(db, {
    kind: 'payment.returned',
    staffId: how.staffId,
    subject: `payment:${paymentId}`,
    detail: { number: payment.number, amountMinor, reason: how.reason, from },
  });
  return { returnId, reopenedMinor };
}
