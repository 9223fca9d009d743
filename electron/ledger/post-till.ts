import { type Account, cash, paidIn, paidOut, terminal } from './chart.ts';
import { postEntry } from './journal.ts';
import type { WritableLedger } from './ledger.ts';

/** A movement of a drawer; the amount in cents, positive. */
export interface DrawerMovement {
  readonly tillSessionId: number;
  readonly tillId: number;
  readonly amountMinor: number;
}

/** Float, and a top-up from the safe: Dr cash · Cr safe. */
export async function postFloat(db: WritableLedger, movement: DrawerMovement) {
  return await postMovement(db, 'float', movement, cash(movement.tillId), 'safe');
}

/** Drop: Dr safe · Cr cash. */
export async function postDrop(db: WritableLedger, movement: DrawerMovement) {
  return await postMovement(db, 'drop', movement, 'safe', cash(movement.tillId));
}

/** Cash put in with a reason: Dr cash · Cr paid-in. */
export async function postPayIn(
  db: WritableLedger,
  movement: DrawerMovement & { readonly ledgerCode: string },
) {
  return await postMovement(db, 'pay-in', movement, cash(movement.tillId), paidIn(movement.ledgerCode));
}

/** Cash taken out with a reason: Dr paid-out · Cr cash. */
export async function postPayOut(
  db: WritableLedger,
  movement: DrawerMovement & { readonly ledgerCode: string },
) {
  return await postMovement(db, 'pay-out', movement, paidOut(movement.ledgerCode), cash(movement.tillId));
}

/**
 * Till closed: what is short or over first, then the whole count to the safe, so that the drawer's account is zero
 * with no open session (settled.md 33). The difference is counted minus expected, in cents.
 */
export async function postClose(
  db: WritableLedger,
  close: {
    readonly tillSessionId: number;
    readonly tillId: number;
    readonly countedMinor: number;
    readonly differenceMinor: number;
  },
): Promise<void> {
  const drawer = cash(close.tillId);
  await postMovement(
    db,
    'over-short',
    { ...close, amountMinor: close.differenceMinor },
    drawer,
    'over-short',
  );
  await postMovement(db, 'close-out', { ...close, amountMinor: close.countedMinor }, 'safe', drawer);
}

/** A close taken back for a recount: its two entries reversed, the count is in the drawer again (settled.md 37). */
export async function postReopening(
  db: WritableLedger,
  close: Parameters<typeof postClose>[1],
): Promise<void> {
  await postClose(db, {
    ...close,
    countedMinor: -close.countedMinor,
    differenceMinor: -close.differenceMinor,
  });
}

/** Brought to the bank: Dr bank · Cr safe, Cr cheques; cents (settled.md 33). */
export async function postDepositSlip(
  db: WritableLedger,
  slip: { readonly depositSlipId: number; readonly cashMinor: number; readonly chequesMinor: number },
) {
  return await postEntry(db, {
    kind: 'deposit-slip',
    documentKind: 'deposit_slip',
    documentId: slip.depositSlipId,
    lines: [
      { account: 'bank', amountMinor: slip.cashMinor + slip.chequesMinor },
      { account: 'safe', amountMinor: -slip.cashMinor },
      { account: 'cheques', amountMinor: -slip.chequesMinor },
    ],
  });
}

/** Batch slip accepted, its sales less its refunds: Dr bank · Cr terminal (settled.md 33). */
export async function postBatch(
  db: WritableLedger,
  batch: { readonly batchAcceptanceId: number; readonly terminalId: number; readonly netMinor: number },
) {
  return await postEntry(db, {
    kind: 'batch-slip',
    documentKind: 'batch_acceptance',
    documentId: batch.batchAcceptanceId,
    lines: [
      { account: 'bank', amountMinor: batch.netMinor },
      { account: terminal(batch.terminalId), amountMinor: -batch.netMinor },
    ],
  });
}

function postMovement(
  db: WritableLedger,
  kind: string,
  movement: DrawerMovement,
  debit: Account,
  credit: Account,
) {
  return postEntry(db, {
    kind,
    documentKind: 'till_session',
    documentId: movement.tillSessionId,
    tillSessionId: movement.tillSessionId,
    lines: [
      { account: debit, amountMinor: movement.amountMinor },
      { account: credit, amountMinor: -movement.amountMinor },
    ],
  });
}
