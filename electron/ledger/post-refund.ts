import { type MoneyPlace, moneyAccount } from './chart.ts';
import { postEntry } from './journal.ts';
import type { WritableLedger } from './ledger.ts';

/**
 * Refund done, its outcome known: Dr clients · Cr money account; in cash the drawer amount, the difference to
 * rounding (domain.md §2). A cheque leaves the bank when its number is issued (settled.md 33).
 */
export async function postRefund(
  db: WritableLedger,
  refund: {
    readonly refundId: number;
    readonly clientId: number;
    readonly from: MoneyPlace;
    readonly tillSessionId: number | null;
    /** Cents given back of what was held for the client. */
    readonly amountMinor: number;
    /** Cents that left the drawer for cash, null otherwise. */
    readonly drawerMinor: number | null;
  },
): Promise<number | null> {
  const { refundId, clientId, from, tillSessionId, amountMinor } = refund;
  const leftMinor = refund.drawerMinor ?? amountMinor;
  return await postEntry(db, {
    kind: 'refund',
    documentKind: 'refund',
    documentId: refundId,
    tillSessionId,
    lines: [
      { account: 'clients', clientId, amountMinor },
      { account: 'rounding', amountMinor: leftMinor - amountMinor },
      { account: moneyAccount(from), amountMinor: -leftMinor },
    ],
  });
}

/**
 * What a terminal or a gateway gave beyond a refund: Dr clients · Cr money account, so that the client owes it
 * (settled.md 8). Cents, positive.
 */
export async function postRefundExcess(
  db: WritableLedger,
  excess: {
    readonly excessId: number;
    readonly clientId: number;
    readonly from: MoneyPlace;
    readonly tillSessionId: number | null;
    readonly amountMinor: number;
  },
): Promise<number | null> {
  const { excessId, clientId, from, tillSessionId, amountMinor } = excess;
  return await postEntry(db, {
    kind: 'refund-excess',
    documentKind: 'refund_excess',
    documentId: excessId,
    tillSessionId,
    lines: [
      { account: 'clients', clientId, amountMinor },
      { account: moneyAccount(from), amountMinor: -amountMinor },
    ],
  });
}
