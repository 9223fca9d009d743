import { sumMinor } from './money.ts';

/** What a terminal's batch slip prints, or the ledger counts, for one day. Cents; both sums positive or zero. */
export interface BatchTotals {
  readonly salesCount: number;
  readonly salesMinor: number;
  readonly refundsCount: number;
  readonly refundsMinor: number;
}

/** A card movement of the ledger on that terminal and day, or one whose outcome is still in doubt. */
export interface BatchLine {
  readonly direction: 'in' | 'out';
  readonly amountMinor: number;
  /** Receipt or refund number; null while in doubt. */
  readonly number: string | null;
  readonly isInDoubt: boolean;
}

export const BATCH_CAUSES = [
  'in-doubt-happened',
  'direction-swapped',
  'missing-in-ledger',
  'not-on-slip',
  'amount-swapped',
  'amount-differs',
] as const;
export type BatchCause = (typeof BATCH_CAUSES)[number];

export interface BatchDifference {
  readonly direction: 'in' | 'out';
  /** Slip less ledger. */
  readonly count: number;
  readonly amountMinor: number;
  /** The most likely reason: a suggestion, never a conclusion. */
  readonly cause: BatchCause;
  /** Documents that would explain it, by number. */
  readonly candidates: string[];
}

/** What the bank pays for the slip: sales less refunds, in cents; negative when more went back. */
export function batchNetMinor(totals: Pick<BatchTotals, 'salesMinor' | 'refundsMinor'>): number {
  return totals.salesMinor - totals.refundsMinor;
}

/** Counts and sums of what the ledger is sure of. */
export function batchTotals(lines: readonly BatchLine[]): BatchTotals {
  const of = (direction: 'in' | 'out') =>
    lines.filter((line) => line.direction === direction && !line.isInDoubt).map((line) => line.amountMinor);
  return {
    salesCount: of('in').length,
    salesMinor: sumMinor(of('in')),
    refundsCount: of('out').length,
    refundsMinor: sumMinor(of('out')),
  };
}

/**
 * Where a typed slip and the ledger differ, direction by direction, each with its most likely cause (terminal.md
 * §3.9.6): an outcome in doubt that did happen, a refund keyed as a sale, a movement one of the two lacks, or an amount
 * keyed otherwise, its digits swapped perhaps. Empty when they agree.
 */
export function compareBatch(slip: BatchTotals, lines: readonly BatchLine[]): BatchDifference[] {
  const ledger = batchTotals(lines);
  const sales = {
    count: slip.salesCount - ledger.salesCount,
    amountMinor: slip.salesMinor - ledger.salesMinor,
  };
  const refunds = {
    count: slip.refundsCount - ledger.refundsCount,
    amountMinor: slip.refundsMinor - ledger.refundsMinor,
  };
  const isSwap =
    sales.count === -refunds.count && sales.count !== 0 && sales.amountMinor === -refunds.amountMinor;
  return (
    [
      ['in', sales],
      ['out', refunds],
    ] as const
  ).flatMap(([direction, found]) => {
    if (found.count === 0 && found.amountMinor === 0) return [];
    const own = lines.filter((line) => line.direction === direction);
    return [{ direction, ...found, ...explain(found, own, isSwap ? lines : null) }];
  });
}

function explain(
  found: { count: number; amountMinor: number },
  own: readonly BatchLine[],
  swapped: readonly BatchLine[] | null,
): Pick<BatchDifference, 'cause' | 'candidates'> {
  const size = Math.abs(found.amountMinor);
  const named = (lines: readonly BatchLine[]) =>
    lines.flatMap(({ number }) => (number === null ? [] : [number]));
  const sure = own.filter(({ isInDoubt }) => !isInDoubt);
  if (swapped) {
    const same = swapped.filter((line) => !line.isInDoubt && line.amountMinor === size);
    return { cause: 'direction-swapped', candidates: named(same) };
  }
  if (found.count > 0) {
    const doubt = own.filter(({ isInDoubt }) => isInDoubt);
    const isDoubt = doubt.length === found.count && sumMinor(doubt.map((line) => line.amountMinor)) === size;
    const isOne = found.count === 1 && doubt.some((line) => line.amountMinor === size);
    return { cause: isDoubt || isOne ? 'in-doubt-happened' : 'missing-in-ledger', candidates: [] };
  }
  if (found.count < 0) {
    const same = found.count === -1 ? sure.filter((line) => line.amountMinor === size) : [];
    return { cause: 'not-on-slip', candidates: named(same) };
  }
  const swappable = sure.filter((line) =>
    swapsDigits(line.amountMinor, line.amountMinor + found.amountMinor),
  );
  if (swappable.length > 0) return { cause: 'amount-swapped', candidates: named(swappable) };
  return { cause: 'amount-differs', candidates: [] };
}

/** Whether two amounts differ by two neighbouring digits only: 45.67 keyed as 54.67. */
export function swapsDigits(one: number, other: number): boolean {
  const a = String(one);
  const b = String(other);
  if (a.length !== b.length || one === other || other <= 0) return false;
  const apart = [...a].flatMap((digit, index) => (digit === b[index] ? [] : [index]));
  const [first = 0, second = 0] = apart;
  return apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
