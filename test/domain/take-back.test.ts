import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planTakeBack } from '../../shared/domain/take-back.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

const credits = fc
  .array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 6 })
  .map((left) => left.map((leftMinor, index) => ({ memoId: index + 1, leftMinor })));

test('the last credit used is taken back first, and no more than was refunded out of each', () => {
  const used = [
    { memoId: 1, leftMinor: 3000 },
    { memoId: 2, leftMinor: 2000 },
  ];
  expect(planTakeBack(used, 2500)).toEqual([
    { memoId: 2, amountMinor: 2000 },
    { memoId: 1, amountMinor: 500 },
  ]);
  expect(planTakeBack(used, null)).toEqual([
    { memoId: 2, amountMinor: 2000 },
    { memoId: 1, amountMinor: 3000 },
  ]);
});

test('what is taken back is what was asked, of credits that have it; beyond that the most is told', () => {
  fc.assert(
    fc.property(credits, fc.integer({ min: 1, max: 400_000 }), (used, askedMinor) => {
      const maximumMinor = used.reduce((sum, { leftMinor }) => sum + leftMinor, 0);
      if (maximumMinor === 0) expectRefusal('nothing-to-take-back', () => planTakeBack(used, askedMinor));
      else if (askedMinor > maximumMinor)
        expect(expectRefusal('take-back-too-much', () => planTakeBack(used, askedMinor))).toEqual({
          maximumMinor,
        });
      else {
        const taken = planTakeBack(used, askedMinor);
        expect(taken.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(askedMinor);
        for (const { memoId, amountMinor } of taken) {
          expect(amountMinor).toBeGreaterThan(0);
          expect(amountMinor).toBeLessThanOrEqual(used[memoId - 1]?.leftMinor ?? 0);
        }
      }
    }),
    PROPERTY_RUN,
  );
});
