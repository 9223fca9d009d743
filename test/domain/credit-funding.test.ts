import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Funding,
  type FundingPayment,
  fundingCapacityMinor,
  planCreditFunding,
  planFundingPassedOn,
} from '../../shared/domain/credit-funding.ts';
import { PROPERTY_RUN } from './property-run.ts';

const paid = (
  paymentId: number,
  allocatedMinor: number,
  capacityMinor = allocatedMinor,
  alreadyFundedMinor = 0,
) => ({ paymentId, allocatedMinor, capacityMinor, alreadyFundedMinor }) satisfies FundingPayment;

describe('planCreditFunding', () => {
  // memo, owed on the item, payments oldest first -> to the item, refundable, not refundable, funding
  test.each<[string, number, number, FundingPayment[], number, number, number, [number, number][]]>([
    ['scenario 8: all of it is open', 11_038, 0, [paid(1, 18_396)], 0, 11_038, 0, [[1, 11_038]]],
    [
      'settled 4: 57.49 paid 40.00 by credit, 17.49 cash, cancelled whole',
      5749,
      0,
      [paid(1, 1749)],
      0,
      1749,
      4000,
      [[1, 1749]],
    ],
    ['settled 4: the same at 50 %', 2875, 0, [paid(1, 1749)], 0, 1749, 1126, [[1, 1749]]],
    [
      'settled 3: 100.00 paid, 30.00 goodwill already refunded from it',
      10_000,
      0,
      [paid(1, 10_000, 7000)],
      0,
      7000,
      3000,
      [[1, 7000]],
    ],
    [
      'the newest payment first',
      6000,
      0,
      [paid(1, 5000), paid(2, 5000)],
      0,
      6000,
      0,
      [
        [2, 5000],
        [1, 1000],
      ],
    ],
    ['the unpaid part of the item first', 17_247, 22_995, [paid(1, 11_498)], 17_247, 0, 0, []],
    ['unpaid part, then open', 34_493, 22_995, [paid(1, 11_498)], 22_995, 11_498, 0, [[1, 11_498]]],
    [
      'what an earlier memo of the item took is not taken again',
      5000,
      0,
      [paid(1, 5000), paid(2, 5000, 5000, 5000)],
      0,
      5000,
      0,
      [[1, 5000]],
    ],
    ['an item never paid with money', 5000, 0, [], 0, 0, 5000, []],
  ])('%s', (_name, memoTotalMinor, itemOwedMinor, payments, toItem, refundable, not, funding) => {
    const plan = planCreditFunding({ memoTotalMinor, itemOwedMinor, payments });
    expect([plan.toItemMinor, plan.refundableMinor, plan.nonRefundableMinor]).toEqual([
      toItem,
      refundable,
      not,
    ]);
    expect(plan.openMinor).toBe(refundable + not);
    expect(plan.funding.map((part) => [part.paymentId, part.amountMinor])).toEqual(funding);
  });

  test('capacity counts refunds, holds and open memos once', () => {
    const payment = { amountMinor: 20_000, refundedMinor: 8000, heldMinor: 500, fundingOpenMemosMinor: 1500 };
    expect(fundingCapacityMinor(payment)).toBe(10_000);
    expect(fundingCapacityMinor({ ...payment, refundedMinor: 20_000 })).toBe(0);
  });

  test('memo after memo, an item never makes more refundable than the money that paid it', () => {
    const payments = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 5000 })),
      {
        maxLength: 4,
      },
    );
    const shares = fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(payments, shares, (given, memos) => {
        const state = given.map(([allocatedMinor, refundedMinor], index) => ({
          ...paid(index + 1, allocatedMinor, Math.max(0, allocatedMinor - refundedMinor)),
        }));
        const moneyMinor = state.reduce(
          (sum, each) => sum + Math.min(each.allocatedMinor, each.capacityMinor),
          0,
        );
        let refundableMinor = 0;
        let openMinor = 0;
        for (const memoTotalMinor of memos) {
          const plan = planCreditFunding({ memoTotalMinor, itemOwedMinor: 0, payments: state });
          expect(plan.toItemMinor + plan.refundableMinor + plan.nonRefundableMinor).toBe(memoTotalMinor);
          expect(plan.funding.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(plan.refundableMinor);
          refundableMinor += plan.refundableMinor;
          openMinor += plan.openMinor;
          for (const part of plan.funding) {
            const payment = state.find((each) => each.paymentId === part.paymentId)!;
            payment.alreadyFundedMinor += part.amountMinor;
            payment.capacityMinor -= part.amountMinor;
          }
        }
        expect(refundableMinor).toBe(Math.min(openMinor, moneyMinor));
      }),
      PROPERTY_RUN,
    );
  });
});

describe('planFundingPassedOn', () => {
  const funding: Funding[] = [
    { paymentId: 1, amountMinor: 1000 },
    { paymentId: 2, amountMinor: 749 },
  ];
  test.each<[string, number, number, number, [number, number][]]>([
    ['non-refundable first', 3000, 5749, 3000, []],
    ['then the oldest payment', 4500, 5749, 4000, [[1, 500]]],
    [
      'all of it',
      5749,
      5749,
      4000,
      [
        [1, 1000],
        [2, 749],
      ],
    ],
    [
      'a memo that is all money',
      1200,
      1749,
      0,
      [
        [1, 1000],
        [2, 200],
      ],
    ],
  ])('%s', (_name, spentMinor, openMinor, nonRefundableMinor, passedOn) => {
    const plan = planFundingPassedOn({ spentMinor, openMinor, funding });
    expect(plan.nonRefundableMinor).toBe(nonRefundableMinor);
    expect(plan.passedOn.map((part) => [part.paymentId, part.amountMinor])).toEqual(passedOn);
  });

  test('spending and refunding the rest give out exactly what was open', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 2000 }),
        (money, unfunded, spent) => {
          const openMinor = money.reduce((sum, each) => sum + each, unfunded);
          fc.pre(spent <= openMinor);
          const plan = planFundingPassedOn({
            spentMinor: spent,
            openMinor,
            funding: money.map((amountMinor, paymentId) => ({ paymentId, amountMinor })),
          });
          const passed = plan.passedOn.reduce((sum, part) => sum + part.amountMinor, 0);
          expect(plan.nonRefundableMinor + passed).toBe(spent);
          expect(plan.nonRefundableMinor).toBe(Math.min(spent, unfunded));
          for (const part of plan.passedOn)
            expect(part.amountMinor).toBeLessThanOrEqual(money[part.paymentId]!);
        },
      ),
      PROPERTY_RUN,
    );
  });

  test('spending more than is open is a broken assumption', () => {
    expect(() => planFundingPassedOn({ spentMinor: 2, openMinor: 1, funding: [] })).toThrow();
  });
});
