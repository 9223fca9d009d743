import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CreditAsk,
  type CreditedSoFar,
  type ItemCredit,
  planItemCredit,
} from '../../shared/domain/credit-share.ts';
import { fractionOf, ZERO_FRACTION } from '../../shared/domain/fraction.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { type TaxedAmount, taxItem } from '../../shared/domain/tax.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

const NONE: CreditedSoFar = { netMinor: 0, gstMinor: 0, qstMinor: 0, fraction: ZERO_FRACTION };
const sold = (netMinor: number) => taxItem({ netMinor, taxClass: 'taxable', localDate: '2026-03-02' });

function plus(credited: CreditedSoFar, credit: ItemCredit): CreditedSoFar {
  return {
    netMinor: credited.netMinor + credit.netMinor,
    gstMinor: credited.gstMinor + credit.gstMinor,
    qstMinor: credited.qstMinor + credit.qstMinor,
    fraction: credit.fraction,
  };
}

/** net, GST, QST, total of each credit asked one after the other. */
function credits(original: TaxedAmount, asks: CreditAsk[]): number[][] {
  let credited = NONE;
  return asks.map((ask) => {
    const credit = planItemCredit({ original, credited, ask });
    credited = plus(credited, credit);
    return [credit.netMinor, credit.gstMinor, credit.qstMinor, credit.totalMinor];
  });
}

const percent = (of100: number): CreditAsk => ({ percentBasisPoints: of100 * 100 });

describe('planItemCredit', () => {
  test.each<[string, TaxedAmount, CreditAsk[], number[][]]>([
    ['scenario 8: 160.00 at 60 %', sold(16_000), [percent(60)], [[9600, 480, 958, 11_038]]],
    [
      'scenario 9: 99.99 at 33 %, 33 %, 34 %',
      sold(9999),
      [percent(33), percent(33), percent(34)],
      [
        [3300, 165, 329, 3794],
        [3299, 165, 329, 3793],
        [3400, 170, 339, 3909],
      ],
    ],
    [
      'a rebate of 20.00, then cancel 50 % of the original, then the rest',
      sold(10_000),
      [{ rebateNetMinor: 2000 }, percent(50), { whole: true }],
      [
        [2000, 100, 200, 2300],
        [5000, 250, 499, 5749],
        [3000, 150, 299, 3449],
      ],
    ],
    ['50.00 of 114.98, tax included', sold(10_000), [{ amountMinor: 5000 }], [[4349, 217, 434, 5000]]],
    [
      'one unit of 2 x 4.95, then the other',
      sold(990),
      [
        { units: 1, ofQuantity: 2 },
        { units: 1, ofQuantity: 2 },
      ],
      [
        [495, 25, 50, 570],
        [495, 25, 49, 569],
      ],
    ],
    [
      'settled.md 23: a rebate goes by share of the stored cents, not by rate',
      { netMinor: 2020, gstMinor: 101, qstMinor: 201, totalMinor: 2322 },
      [{ rebateNetMinor: 2000 }],
      [[2000, 100, 199, 2299]],
    ],
    ['scenario 12: 300.00 at 50 %', sold(30_000), [percent(50)], [[15_000, 750, 1497, 17_247]]],
    [
      'scenario 13: 8 of 10 classes of 250.00',
      sold(25_000),
      [{ units: 8, ofQuantity: 10 }],
      [[20_000, 1000, 1995, 22_995]],
    ],
    ['all of it by amount', sold(9999), [{ amountMinor: 11_496 }], [[9999, 500, 997, 11_496]]],
    ['all of it by percentage', sold(9999), [percent(100)], [[9999, 500, 997, 11_496]]],
    [
      'all of the net by rebate takes the taxes too',
      sold(9999),
      [{ rebateNetMinor: 9999 }],
      [[9999, 500, 997, 11_496]],
    ],
    [
      'both taxes due at the same cent: no part goes below zero, the next credit catches up',
      sold(10),
      [{ amountMinor: 5 }, { amountMinor: 1 }, { amountMinor: 1 }, { whole: true }],
      [
        [5, 0, 0, 5],
        [0, 1, 0, 1],
        [0, 0, 1, 1],
        [5, 0, 0, 5],
      ],
    ],
  ])('%s', (_name, original, asks, expected) => {
    expect(credits(original, asks)).toEqual(expected);
  });

  test('scenario 2: three separate items, or one line of three, cancel at 100 % to exactly nothing', () => {
    for (const original of [sold(495), sold(1485)]) {
      expect(credits(original, [percent(100)])).toEqual([
        [original.netMinor, original.gstMinor, original.qstMinor, original.totalMinor],
      ]);
    }
  });

  test('the amount that is left ends the item, although rounding left it short of the whole fraction', () => {
    const original = taxItem({ netMinor: 101, taxClass: 'exempt', localDate: '2026-03-02' });
    const credited = plus(NONE, planItemCredit({ original, credited: NONE, ask: percent(50) }));
    expect(credited.netMinor).toBe(51);
    for (const ask of [{ amountMinor: 50 }, { rebateNetMinor: 50 }]) {
      const last = planItemCredit({ original, credited, ask });
      expect(last).toMatchObject({ totalMinor: 50, fraction: fractionOf(1, 1) });
    }
  });

  test('too much is refused with the percentage and the amount left', () => {
    const original = sold(10_000);
    const credited = plus(NONE, planItemCredit({ original, credited: NONE, ask: { rebateNetMinor: 2000 } }));
    expect(
      expectRefusal('credit-exceeds-item', () => planItemCredit({ original, credited, ask: percent(81) })),
    ).toEqual({ leftMinor: 9198, leftBasisPoints: 8000 });
    expect(
      expectRefusal('credit-exceeds-item', () =>
        planItemCredit({ original, credited, ask: { amountMinor: 9199 } }),
      ),
    ).toEqual({ leftMinor: 9198, leftBasisPoints: 8000 });
    expect(
      expectRefusal('credit-exceeds-item', () =>
        planItemCredit({ original, credited, ask: { rebateNetMinor: 8001 } }),
      ),
    ).toEqual({ leftMinor: 8000, leftBasisPoints: 8000 });
    expect(planItemCredit({ original, credited, ask: percent(80) }).totalMinor).toBe(9198);
    expect(planItemCredit({ original, credited, ask: { amountMinor: 9198 } }).totalMinor).toBe(9198);
  });

  test('nothing left, or nothing that makes a cent, is refused', () => {
    const original = sold(10_000);
    const credited = plus(NONE, planItemCredit({ original, credited: NONE, ask: { whole: true } }));
    expect(
      expectRefusal('nothing-to-credit', () => planItemCredit({ original, credited, ask: percent(1) })),
    ).toEqual({ leftMinor: 0 });
    expectRefusal('nothing-to-credit', () =>
      planItemCredit({ original: sold(0), credited: NONE, ask: { whole: true } }),
    );
    expect(
      expectRefusal('nothing-to-credit', () =>
        planItemCredit({ original: sold(10), credited: NONE, ask: { percentBasisPoints: 1 } }),
      ),
    ).toEqual({ leftMinor: 12 });
  });

  test('percentages alone follow cumulative targets to the cent, tax by tax', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 });
    const target = (cents: number, basisPoints: number) =>
      Number((BigInt(cents) * BigInt(basisPoints) * 2n + 10_000n) / 20_000n);
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 10 ** 10 }), steps, (netMinor, asked) => {
        const original = sold(netMinor);
        let credited = NONE;
        let basisPoints = 0;
        for (const step of asked) {
          if (basisPoints + step > 10_000) break;
          basisPoints += step;
          credited = plus(
            credited,
            planItemCredit({ original, credited, ask: { percentBasisPoints: step } }),
          );
          expect(credited.netMinor).toBe(target(original.netMinor, basisPoints));
          expect(credited.gstMinor).toBe(target(original.gstMinor, basisPoints));
          expect(credited.qstMinor).toBe(target(original.qstMinor, basisPoints));
          expect(credited.fraction).toEqual(fractionOf(basisPoints, 10_000));
        }
      }),
      PROPERTY_RUN,
    );
  });

  test('however credits are mixed: typed amounts are exact, no part is negative or beyond the item, and the whole ends at zero', () => {
    const ask: fc.Arbitrary<CreditAsk> = fc.oneof(
      fc.record({ percentBasisPoints: fc.integer({ min: 1, max: 6000 }) }),
      fc.record({ amountMinor: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ rebateNetMinor: fc.integer({ min: 1, max: 200 }) }),
      fc.record({ units: fc.integer({ min: 1, max: 3 }), ofQuantity: fc.constant(7) }),
    );
    const taxed = fc.oneof(
      fc.integer({ min: 1, max: 1200 }).map(sold),
      // any stored cents, as an import or an older rate may have left them
      fc.tuple(fc.nat(500), fc.nat(60), fc.nat(90)).map(([netMinor, gstMinor, qstMinor]) => ({
        netMinor,
        gstMinor,
        qstMinor,
        totalMinor: netMinor + gstMinor + qstMinor,
      })),
    );
    let passed = 0;
    fc.assert(
      fc.property(taxed, fc.array(ask, { maxLength: 12 }), (original, asks) => {
        let credited = NONE;
        for (const each of asks) {
          try {
            const credit = planItemCredit({ original, credited, ask: each });
            passed += 1;
            expect(credit.netMinor + credit.gstMinor + credit.qstMinor).toBe(credit.totalMinor);
            expect(Math.min(credit.netMinor, credit.gstMinor, credit.qstMinor)).toBeGreaterThanOrEqual(0);
            const ends = credit.fraction.numerator === credit.fraction.denominator;
            if ('amountMinor' in each && !ends) expect(credit.totalMinor).toBe(each.amountMinor);
            if ('rebateNetMinor' in each && !ends) expect(credit.netMinor).toBe(each.rebateNetMinor);
            credited = plus(credited, credit);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        }
        const leftMinor = original.totalMinor - credited.netMinor - credited.gstMinor - credited.qstMinor;
        expect(leftMinor).toBeGreaterThanOrEqual(0);
        if (leftMinor === 0) return;
        const rest = plus(credited, planItemCredit({ original, credited, ask: { whole: true } }));
        expect([rest.netMinor, rest.gstMinor, rest.qstMinor]).toEqual([
          original.netMinor,
          original.gstMinor,
          original.qstMinor,
        ]);
      }),
      { ...PROPERTY_RUN, numRuns: 1500 },
    );
    expect(passed).toBeGreaterThan(2000);
  });
});
