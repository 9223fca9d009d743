/**
 * What drawers, safe and rounding should hold, by arithmetic that shares no line with the program: the table of
 * domain.md B2 read digit by digit, taxes in whole numbers, sums in plain variables.
 */

/** Last digit of an amount -> what rounding to five cents adds (domain.md B2). */
const B2_TABLE = [0, -1, -2, 2, 1, 0, -1, -2, 2, 1] as const;

export function roundedByTable(amountMinor: number): number {
  return amountMinor + (B2_TABLE[amountMinor % 10] ?? Number.NaN);
}

/** Net + GST 5 % + QST 9.975 %, each rounded half up on its own (domain.md B1). */
export function totalByHand(netMinor: number, isTaxable: boolean): number {
  if (!isTaxable) return netMinor;
  const gst = (BigInt(netMinor) * 5n + 50n) / 100n;
  const qst = (BigInt(netMinor) * 9975n + 50_000n) / 100_000n;
  return netMinor + Number(gst) + Number(qst);
}

export interface Sale {
  clientId: number;
  itemId: number;
  totalMinor: number;
  /** Cash: what the drawer kept; 0 for a card. */
  keptMinor: number;
  isCash: boolean;
  paymentId: number;
  tillId: number;
  /** The session it was sold in. */
  sessionNumber: number;
  /** Two cash payments: the first is a multiple of five, so only the second rounds. */
  isTwice: boolean;
  creditedMinor: number;
  refundedMinor: number;
  /** What left drawers for this sale. */
  givenMinor: number;
  isVoid: boolean;
}

export interface UnderWay {
  sale: Sale;
  refundId: number;
  appliedMinor: number;
  drawerMinor: number;
}

/** One drawer of the model. */
export class DrawerModel {
  readonly tillId: number;
  expectedMinor = 0;
  sessionNumber = 0;
  isClosed = true;
  underWay: UnderWay[] = [];
  /** Of the last close: what was counted, and what was expected. */
  lastCountMinor = 0;
  closedMinor = 0;

  constructor(tillId: number) {
    this.tillId = tillId;
  }

  get freeMinor(): number {
    return this.expectedMinor - this.underWay.reduce((sum, { drawerMinor }) => sum + drawerMinor, 0);
  }
}

/** What is due to leave the drawer when more of a sale is given back in cash (settled.md 19). */
export function cashBackMinor(sale: Sale, appliedMinor: number): number {
  if (sale.isTwice) return sale.keptMinor;
  return roundedByTable(sale.refundedMinor + appliedMinor) - roundedByTable(sale.refundedMinor);
}
