import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AMOUNT_MAX_MINOR } from '../../shared/domain/money.ts';
import { extractTaxes, type TaxClass, taxItem, taxRatesOn } from '../../shared/domain/tax.ts';
import { PROPERTY_RUN } from './property-run.ts';

const localDate = '2026-03-02';

/** Half a cent away from zero, in whole numbers: an expectation that shares no code with the rule. */
function roundedShare(amountMinor: number, numerator: bigint, denominator: bigint): number {
  const size = BigInt(Math.abs(amountMinor)) * numerator * 2n + denominator;
  return Number(size / (denominator * 2n)) * (amountMinor < 0 ? -1 : 1) + 0;
}

describe('taxItem', () => {
  test.each<[string, number, TaxClass, number, number, number]>([
    ['scenario 1: 100.00', 10_000, 'taxable', 500, 998, 11_498],
    ['4.95 alone', 495, 'taxable', 25, 49, 569],
    ['one line of 3 x 4.95', 1485, 'taxable', 74, 148, 1707],
    ['19.99', 1999, 'taxable', 100, 199, 2298],
    ['10.45', 1045, 'taxable', 52, 104, 1201],
    ['97.00 after a discount and a rebate', 9700, 'taxable', 485, 968, 11_153],
    ['153.00', 15_300, 'taxable', 765, 1526, 17_591],
    ['160.00', 16_000, 'taxable', 800, 1596, 18_396],
    ['99.99', 9999, 'taxable', 500, 997, 11_496],
    ['300.00', 30_000, 'taxable', 1500, 2993, 34_493],
    ['75.00', 7500, 'taxable', 375, 748, 8623],
    ['negative mirrors positive', -10_000, 'taxable', -500, -998, -11_498],
    ['exempt', 10_000, 'exempt', 0, 0, 10_000],
    ['zero-rated', 10_000, 'zero', 0, 0, 10_000],
    ['free', 0, 'taxable', 0, 0, 0],
  ])('%s', (_name, netMinor, taxClass, gstMinor, qstMinor, totalMinor) => {
    expect(taxItem({ netMinor, taxClass, localDate })).toEqual({ netMinor, gstMinor, qstMinor, totalMinor });
  });

  test('scenario 2: three separate 4.95 items carry 1.47 of QST, one line of three 1.48', () => {
    const one = taxItem({ netMinor: 495, taxClass: 'taxable', localDate });
    expect(one.qstMinor * 3).toBe(147);
    expect(taxItem({ netMinor: 1485, taxClass: 'taxable', localDate }).qstMinor).toBe(148);
  });

  test('each tax stands alone on the price, whatever the sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -AMOUNT_MAX_MINOR, max: AMOUNT_MAX_MINOR }), (netMinor) => {
        const taxed = taxItem({ netMinor, taxClass: 'taxable', localDate });
        expect(taxed.gstMinor).toBe(roundedShare(netMinor, 5n, 100n));
        expect(taxed.qstMinor).toBe(roundedShare(netMinor, 9975n, 100_000n));
        expect(taxed.totalMinor).toBe(netMinor + taxed.gstMinor + taxed.qstMinor);
      }),
      PROPERTY_RUN,
    );
  });
});

describe('extractTaxes', () => {
  test.each<[string, number, TaxClass, number, number, number]>([
    ['25.00 included', 2500, 'taxable', 2174, 109, 217],
    ['30.00 included', 3000, 'taxable', 2610, 130, 260],
    ['penalty of 20.00 included', 2000, 'taxable', 1739, 87, 174],
    ['50.00 deposit, plain extraction', 5000, 'taxable', 4349, 217, 434],
    ['negative mirrors positive', -2500, 'taxable', -2174, -109, -217],
    ['exempt', 2500, 'exempt', 2500, 0, 0],
  ])('%s', (_name, totalMinor, taxClass, netMinor, gstMinor, qstMinor) => {
    expect(extractTaxes({ totalMinor, taxClass, localDate })).toEqual({
      netMinor,
      gstMinor,
      qstMinor,
      totalMinor,
    });
  });

  test('the total stands and taxing the net again lands within a cent a tax', () => {
    fc.assert(
      fc.property(fc.integer({ min: -AMOUNT_MAX_MINOR, max: AMOUNT_MAX_MINOR }), (totalMinor) => {
        const inside = extractTaxes({ totalMinor, taxClass: 'taxable', localDate });
        expect(inside.netMinor + inside.gstMinor + inside.qstMinor).toBe(totalMinor);
        expect(inside.gstMinor).toBe(roundedShare(totalMinor, 5000n, 114_975n));
        expect(inside.qstMinor).toBe(roundedShare(totalMinor, 9975n, 114_975n));
        const again = taxItem({ netMinor: inside.netMinor, taxClass: 'taxable', localDate });
        expect(Math.abs(again.gstMinor - inside.gstMinor)).toBeLessThanOrEqual(1);
        expect(Math.abs(again.qstMinor - inside.qstMinor)).toBeLessThanOrEqual(1);
      }),
      PROPERTY_RUN,
    );
  });
});

describe('taxRatesOn', () => {
  test('holds from 2013 on', () => {
    expect(taxRatesOn('2013-01-01')).toEqual({ gstPer100000: 5000, qstPer100000: 9975 });
    expect(taxRatesOn('2026-11-23')).toEqual({ gstPer100000: 5000, qstPer100000: 9975 });
  });
  test('an older date is a broken assumption', () => {
    expect(() => taxRatesOn('2012-12-31')).toThrow();
  });
});
