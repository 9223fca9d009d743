import { describe, expect, test } from 'vitest';
import { planCreditSpending, type SpendableSource } from '../../shared/domain/credit-spending.ts';

function source(id: number, openMinor: number, refundableMinor: number, more: Partial<SpendableSource> = {}) {
  return {
    kind: 'credit-memo' as const,
    id,
    at: `2026-01-0${id}`,
    openMinor,
    refundableMinor,
    heldMinor: 0,
    ...more,
  };
}

describe('planCreditSpending', () => {
  test.each<[string, number, SpendableSource[], [string, number, number][], number]>([
    [
      'scenario 17: non-refundable before refundable',
      5000,
      [source(1, 3449, 3449), source(2, 4000, 0)],
      [
        ['credit-memo', 2, 4000],
        ['credit-memo', 1, 1000],
      ],
      0,
    ],
    [
      'the one that expires first',
      100,
      [source(1, 100, 0), source(2, 100, 0, { expiryDate: '2026-05-01' })],
      [['credit-memo', 2, 100]],
      0,
    ],
    [
      'memos before deposits, oldest first',
      250,
      [source(1, 100, 100, { kind: 'deposit' }), source(3, 100, 100), source(2, 100, 100)],
      [
        ['credit-memo', 2, 100],
        ['credit-memo', 3, 100],
        ['deposit', 1, 50],
      ],
      0,
    ],
    ['held cents are skipped', 100, [source(1, 100, 100, { heldMinor: 70 })], [['credit-memo', 1, 30]], 70],
    [
      'a mixed memo gives its non-refundable part first, then the oldest memo',
      4500,
      [source(1, 5749, 1749), source(2, 1000, 1000)],
      [['credit-memo', 1, 4500]],
      0,
    ],
    ['not enough: says what is missing', 100, [], [], 100],
  ])('%s', (_name, amountMinor, sources, shares, missingMinor) => {
    const plan = planCreditSpending({ amountMinor, sources });
    expect(plan.shares.map((share) => [share.kind, share.id, share.amountMinor])).toEqual(shares);
    expect(plan.missingMinor).toBe(missingMinor);
  });

  test('scenario 17: 24.49 stays refundable', () => {
    const { shares } = planCreditSpending({
      amountMinor: 5000,
      sources: [source(1, 3449, 3449), source(2, 4000, 0)],
    });
    expect(3449 - shares.find((share) => share.id === 1)!.amountMinor).toBe(2449);
  });
});
