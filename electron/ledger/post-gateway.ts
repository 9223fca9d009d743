import { type MoneyPlace, moneyAccount } from './chart.ts';
import { postEntry } from './journal.ts';
import type { WritableLedger } from './ledger.ts';

/** A gateway paid out: Dr bank · Cr online-card or echeck, net of refunds (settled.md 33). */
export async function postSettlement(
  db: WritableLedger,
  settlement: {
    readonly settlementId: number;
    readonly method: 'online-card' | 'echeck';
    /** Cents into the bank; negative when more went back than came in. */
    readonly amountMinor: number;
  },
) {
  return await postEntry(db, {
    kind: 'gateway-settlement',
    documentKind: 'gateway_settlement',
    documentId: settlement.settlementId,
    tillSessionId: null,
    lines: [
      { account: 'bank', amountMinor: settlement.amountMinor },
      { account: settlement.method, amountMinor: -settlement.amountMinor },
    ],
  });
}

/** A bank took a payment back: Dr clients · Cr where its money was, the bank once it had reached it (settled.md 33). */
export async function postPaymentReturn(
  db: WritableLedger,
  returned: {
    readonly returnId: number;
    readonly clientId: number;
    readonly from: MoneyPlace;
    /** Cents, positive: the whole payment. */
    readonly amountMinor: number;
  },
) {
  return await postEntry(db, {
    kind: 'payment-return',
    documentKind: 'payment_return',
    documentId: returned.returnId,
    tillSessionId: null,
    lines: [
      { account: 'clients', clientId: returned.clientId, amountMinor: returned.amountMinor },
      { account: moneyAccount(returned.from), amountMinor: -returned.amountMinor },
    ],
  });
}
