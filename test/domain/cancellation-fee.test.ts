import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FEE_TAX_MODES,
  type FeeTaxMode,
  largestFeeMinor,
  planFee,
  taxFee,
} from '../../shared/domain/cancellation-fee.ts';
import { taxItem } from '../../shared/domain/tax.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

const localDate = '2026-03-02';
const creditOf = (netMinor: number) => taxItem({ netMinor, taxClass: 'taxable', localDate });

test.each<[string, FeeTaxMode, number, [net: number, gst: number, qst: number, total: number]]>([
  ['domain.md B12: 20.00 with its taxes inside', 'included', 2_000, [1_739, 87, 174, 2_000]],
  ['domain.md B11: 25.00 and its taxes', 'added', 2_500, [2_500, 125, 249, 2_874]],
  ['domain.md B12: 50.00 forfeited, 5/105 and 9.975/109.975', 'forfeit', 5_000, [4_308, 238, 454, 5_000]],
  ['domain.md B12: 50.00 by plain extraction', 'included', 5_000, [4_349, 217, 434, 5_000]],
  ['not taxed', 'none', 2_500, [2_500, 0, 0, 2_500]],
  ['nothing', 'added', 0, [0, 0, 0, 0]],
])('%s', (_name, taxMode, amountMinor, [netMinor, gstMinor, qstMinor, totalMinor]) => {
  expect(taxFee({ amountMinor, taxMode, localDate })).toEqual({ netMinor, gstMinor, qstMinor, totalMinor });
});

test('a percentage counts on the price before tax of the part credited (settled.md 29)', () => {
  // 10 % of 200.00 credited of a course of 250.00, not of its 229.95 with taxes
  const fee = planFee({
    ask: { basisPoints: 1_000 },
    taxMode: 'included',
    credit: creditOf(20_000),
    localDate,
  });
  expect(fee.totalMinor).toBe(2_000);
});

test('a fee above the credit is refused with the most that may be typed', () => {
  const credit = creditOf(10_000);
  const ask = { amountMinor: 10_001 };
  const detail = expectRefusal('fee-exceeds-credit', () =>
    planFee({ ask, taxMode: 'added', credit, localDate }),
  );
  expect(detail).toEqual({ maximumMinor: 10_000, creditMinor: 11_498 });
  expect(planFee({ ask: { amountMinor: 10_000 }, taxMode: 'added', credit, localDate }).totalMinor).toBe(
    11_498,
  );
});

test('the most that may be typed fits, and a cent more does not, in each tax mode', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500_000 }),
      fc.constantFrom(...FEE_TAX_MODES),
      (totalMinor, taxMode) => {
        const most = largestFeeMinor({ totalMinor, taxMode, localDate });
        expect(taxFee({ amountMinor: most, taxMode, localDate }).totalMinor).toBeLessThanOrEqual(totalMinor);
        const above = taxFee({ amountMinor: most + 1, taxMode, localDate });
        expect(above.totalMinor).toBeGreaterThan(totalMinor);
        expect(above.netMinor + above.gstMinor + above.qstMinor).toBe(above.totalMinor);
      },
    ),
    PROPERTY_RUN,
  );
});
