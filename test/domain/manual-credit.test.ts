import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planCreditReversal, planManualCredit } from '../../shared/domain/manual-credit.ts';
import { PROPERTY_RUN } from './property-run.ts';

const DATE = '2026-03-02';
const NOTHING = { netMinor: 0, gstMinor: 0, qstMinor: 0, totalMinor: 0 };

test.each([
  ['included', 3_449, { netMinor: 3_000, gstMinor: 150, qstMinor: 299, totalMinor: 3_449 }],
  ['added', 3_000, { netMinor: 3_000, gstMinor: 150, qstMinor: 299, totalMinor: 3_449 }],
  ['waived', 3_000, { netMinor: 3_000, gstMinor: 0, qstMinor: 0, totalMinor: 3_000 }],
] as const)('a credit with taxes %s of %i', (taxMode, amountMinor, parts) => {
  expect(planManualCredit({ amountMinor, taxMode, localDate: DATE })).toEqual(parts);
});

test('settled.md 32: 34.49 of which 10.00 was used is reversed by 21.30, 1.07, 2.12', () => {
  const credit = planManualCredit({ amountMinor: 3_000, taxMode: 'added', localDate: DATE });
  expect(planCreditReversal({ credit, before: NOTHING, reversedMinor: 2_449 })).toEqual({
    netMinor: 2_130,
    gstMinor: 107,
    qstMinor: 212,
    totalMinor: 2_449,
  });
});

test('reversals in any number of steps end at the credit, part by part, and no part is ever negative', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500_000 }),
      fc.constantFrom('included', 'added', 'waived'),
      fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 8 }),
      (amountMinor, taxMode, weights) => {
        const credit = planManualCredit({ amountMinor, taxMode, localDate: DATE });
        const sum = weights.reduce((total, weight) => total + weight, 0);
        let before = NOTHING;
        let weighed = 0;
        for (const weight of weights) {
          weighed += weight;
          const reversedMinor = Math.floor((credit.totalMinor * weighed) / sum) - before.totalMinor;
          if (reversedMinor === 0) continue;
          const parts = planCreditReversal({ credit, before, reversedMinor });
          expect(Math.min(parts.netMinor, parts.gstMinor, parts.qstMinor)).toBeGreaterThanOrEqual(0);
          before = {
            netMinor: before.netMinor + parts.netMinor,
            gstMinor: before.gstMinor + parts.gstMinor,
            qstMinor: before.qstMinor + parts.qstMinor,
            totalMinor: before.totalMinor + parts.totalMinor,
          };
        }
        expect(before).toEqual(credit);
      },
    ),
    PROPERTY_RUN,
  );
});
