import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../shared/domain/refusal.ts';
import { planTakeBack } from '../../shared/domain/take-back.ts';

const credits = fc
  .array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 6 })
  .map((left) => left.map((leftMinor, index) => ({ memoId: index + 1, leftMinor })));

const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, detail: error.detail };
    throw error;
  }
  throw new Error('it was not refused');
};

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
      if (maximumMinor === 0)
        expect(refusalOf(() => planTakeBack(used, askedMinor))).toMatchObject({
          code: 'nothing-to-take-back',
        });
      else if (askedMinor > maximumMinor)
        expect(refusalOf(() => planTakeBack(used, askedMinor))).toEqual({
          code: 'take-back-too-much',
          detail: { maximumMinor },
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
  );
});
