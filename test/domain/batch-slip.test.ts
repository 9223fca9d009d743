import { expect, test } from 'vitest';
import {
  type BatchLine,
  type BatchTotals,
  batchTotals,
  compareBatch,
  swapsDigits,
} from '../../shared/domain/batch-slip.ts';

const line = (direction: 'in' | 'out', amountMinor: number, number: string | null = 'N'): BatchLine => ({
  direction,
  amountMinor,
  number,
  isInDoubt: number === null,
});
const LINES = [line('in', 11498, 'R-1'), line('in', 2298, 'R-2'), line('out', 4567, 'RB-1')];
const ledger = batchTotals(LINES);
const slip = (change: Partial<BatchTotals>): BatchTotals => ({ ...ledger, ...change });

test('what agrees has no difference; what is in doubt does not count', () => {
  expect(compareBatch(ledger, LINES)).toEqual([]);
  expect(batchTotals([...LINES, line('out', 100, null)])).toEqual(ledger);
});

test.each<[string, Partial<BatchTotals>, readonly BatchLine[], object[]]>([
  [
    'a refund missing in the ledger',
    { refundsCount: 2, refundsMinor: 4567 + 1000 },
    LINES,
    [{ direction: 'out', count: 1, amountMinor: 1000, cause: 'missing-in-ledger' }],
  ],
  [
    'a refund in doubt that happened',
    { refundsCount: 2, refundsMinor: 4567 + 1000 },
    [...LINES, line('out', 1000, null)],
    [{ direction: 'out', cause: 'in-doubt-happened' }],
  ],
  [
    'a refund recorded but not on the slip',
    { refundsCount: 0, refundsMinor: 0 },
    LINES,
    [{ direction: 'out', count: -1, amountMinor: -4567, cause: 'not-on-slip', candidates: ['RB-1'] }],
  ],
  [
    'digits swapped: 54.67 keyed for 45.67',
    { refundsMinor: 5467 },
    LINES,
    [{ direction: 'out', count: 0, amountMinor: 900, cause: 'amount-swapped', candidates: ['RB-1'] }],
  ],
  [
    'another amount',
    { salesMinor: ledger.salesMinor + 1 },
    LINES,
    [{ direction: 'in', count: 0, amountMinor: 1, cause: 'amount-differs', candidates: [] }],
  ],
  [
    'a refund keyed as a sale',
    { salesCount: 3, salesMinor: ledger.salesMinor + 4567, refundsCount: 0, refundsMinor: 0 },
    LINES,
    [
      { direction: 'in', cause: 'direction-swapped', candidates: ['RB-1'] },
      { direction: 'out', cause: 'direction-swapped', candidates: ['RB-1'] },
    ],
  ],
])('%s', (_name, change, lines, expected) => {
  expect(compareBatch(slip(change), lines)).toMatchObject(expected);
});

test('neighbouring digits only', () => {
  expect(swapsDigits(4567, 5467)).toBe(true);
  expect(swapsDigits(4567, 6547)).toBe(false);
  expect(swapsDigits(4567, 4567)).toBe(false);
  expect(swapsDigits(100, 10)).toBe(false);
});
