import { type MoneyPlace, moneyAccount } from './chart.ts';
import { type EntryLine, postEntry } from './journal.ts';
import type { WritableLedger } from './ledger.ts';

export interface PostedPayment {
  readonly clientId: number;
  readonly into: MoneyPlace;
  readonly tillSessionId: number | null;
  /** Cents taken off what the client owes. */
  readonly amountMinor: number;
  /** Cents the drawer keeps (tendered minus change) for cash, null otherwise. */
  readonly drawerMinor: number | null;
}

/** Payment completed: Dr money account · Cr clients; in cash the drawer amount, the difference to rounding. */
export async function postPayment(
  db: WritableLedger,
  payment: PostedPayment & { readonly paymentId: number },
) {
  return await postEntry(db, {
    kind: 'payment',
    documentKind: 'payment',
    documentId: payment.paymentId,
    tillSessionId: payment.tillSessionId,
    lines: paymentLines(payment),
  });
}

/** Void of a cash or cheque payment: the exact reverse of its entry (settled.md 33, 35). */
export async function postPaymentVoid(
  db: WritableLedger,
  payment: PostedPayment & { readonly voidId: number },
) {
  return await postEntry(db, {
    kind: 'payment-void',
    documentKind: 'payment_void',
    documentId: payment.voidId,
    tillSessionId: payment.tillSessionId,
    lines: paymentLines(payment).map((line) => ({ ...line, amountMinor: -line.amountMinor })),
  });
}

function paymentLines({ clientId, into, amountMinor, drawerMinor }: PostedPayment): EntryLine[] {
  const keptMinor = drawerMinor ?? amountMinor;
  return [
    { account: moneyAccount(into), amountMinor: keptMinor },
    { account: 'clients', clientId, amountMinor: -amountMinor },
    { account: 'rounding', amountMinor: amountMinor - keptMinor },
  ];
}
