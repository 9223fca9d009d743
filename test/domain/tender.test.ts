import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../shared/domain/refusal.ts';
import { planTenders, type Tender } from '../../shared/domain/tender.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

const desk = {
  depositAvailableMinor: 0,
  creditAvailableMinor: 0,
  allowDeposit: true,
  allowPartPayment: true,
};
const cash = (tenderedMinor: number): Tender => ({ method: 'cash', tenderedMinor });
const card = (amountMinor: number): Tender => ({ method: 'terminal', terminalId: 1, amountMinor });
const cheque = (amountMinor: number): Tender => ({ method: 'cheque', amountMinor });

describe('planTenders', () => {
  test('scenario 4: 22.98 with 10.00 by card, then 13.00 in cash', () => {
    const plan = planTenders({ ...desk, dueMinor: 2298, tenders: [card(1000), cash(1300)] });
    expect(plan.tenders).toEqual([
      {
        method: 'terminal',
        appliedMinor: 1000,
        depositMinor: 0,
        changeMinor: 0,
        roundingMinor: 0,
        drawerMinor: 0,
        paymentMinor: 1000,
      },
      {
        method: 'cash',
        appliedMinor: 1298,
        depositMinor: 0,
        changeMinor: 0,
        roundingMinor: 2,
        drawerMinor: 1300,
        paymentMinor: 1298,
      },
    ]);
    expect(plan).toMatchObject({
      paidMinor: 2298,
      owedAfterMinor: 0,
      depositMinor: 0,
      changeMinor: 0,
      roundingMinor: 2,
    });
  });

  test('scenario 3: 25.00 for 22.98 gives 2.00 back', () => {
    const plan = planTenders({ ...desk, dueMinor: 2298, tenders: [cash(2500)] });
    expect(plan).toMatchObject({ paidMinor: 2298, changeMinor: 200, roundingMinor: 2, depositMinor: 0 });
  });

  test('a part payment leaves the rest owed', () => {
    expect(planTenders({ ...desk, dueMinor: 11_498, tenders: [cheque(5000)] })).toMatchObject({
      paidMinor: 5000,
      owedAfterMinor: 6498,
    });
  });

  test('a deposit pays as an allocation, not as a payment, and what is left of it stays', () => {
    const plan = planTenders({
      ...desk,
      depositAvailableMinor: 10_000,
      creditAvailableMinor: 0,
      dueMinor: 5749,
      tenders: [{ method: 'deposit' }],
    });
    expect(plan.tenders[0]).toMatchObject({ appliedMinor: 5749, paymentMinor: 0 });
    expect(plan).toMatchObject({ paidMinor: 5749, owedAfterMinor: 0 });
  });

  test('two deposit tenders share what is available', () => {
    const deposit: Tender = { method: 'deposit', amountMinor: 600 };
    const given = {
      ...desk,
      depositAvailableMinor: 1000,
      creditAvailableMinor: 0,
      dueMinor: 5000,
      tenders: [deposit, deposit],
    };
    expect(expectRefusal('deposit-short', () => planTenders(given))).toEqual({ availableMinor: 400 });
  });

  test('more than is owed is a deposit only when the clerk says so', () => {
    const given = { ...desk, dueMinor: 2298, tenders: [card(3000)] };
    expect(expectRefusal('more-than-owed', () => planTenders(given))).toEqual({
      owedMinor: 2298,
      depositWouldBeMinor: 702,
    });
    expect(planTenders({ ...given, restAsDeposit: true })).toMatchObject({
      paidMinor: 2298,
      depositMinor: 702,
    });
  });

  test('with nothing due, a payment is a deposit', () => {
    const given = { ...desk, dueMinor: 0, restAsDeposit: true };
    expect(planTenders({ ...given, tenders: [cheque(5000)] })).toMatchObject({
      paidMinor: 0,
      depositMinor: 5000,
    });
    expect(planTenders({ ...given, tenders: [cash(5000)] })).toMatchObject({
      depositMinor: 5000,
      changeMinor: 0,
    });
  });

  test('change is given although another tender’s rest is kept, if the clerk says so', () => {
    const tenders: Tender[] = [{ method: 'cash', tenderedMinor: 2500, keepRestAsDeposit: false }];
    expect(planTenders({ ...desk, dueMinor: 2298, restAsDeposit: true, tenders })).toMatchObject({
      changeMinor: 200,
      depositMinor: 0,
    });
  });

  test.each<[string, Tender[]]>([
    ['cash before a card', [cash(500), card(1798)]],
    ['cash twice', [cash(500), cash(500)]],
  ])('%s: cash comes last and once', (_name, tenders) => {
    expectRefusal('cash-not-last', () => planTenders({ ...desk, dueMinor: 2298, tenders }));
  });

  test.each<[string, Tender[], number]>([
    ['by card', [card(1000)], 1298],
    ['in cash, as a coin that exists', [cash(2295)], 5],
    ['in cash after a card', [card(1000), cash(1000)], 300],
  ])('short %s where the whole is due: says what is missing', (_name, tenders, missingMinor) => {
    const given = { ...desk, allowPartPayment: false, dueMinor: 2298, tenders };
    expect(expectRefusal('tender-short', () => planTenders(given))).toEqual({ missingMinor });
  });

  describe('the walk-in account keeps nothing', () => {
    const walkIn = {
      depositAvailableMinor: 9999,
      creditAvailableMinor: 0,
      allowDeposit: false,
      allowPartPayment: false,
      dueMinor: 2298,
    };
    test('no deposit is spent from it', () => {
      const given = { ...walkIn, tenders: [{ method: 'deposit' } as Tender] };
      expect(expectRefusal('deposit-short', () => planTenders(given))).toEqual({ availableMinor: 0 });
    });
    test('no rest stays on it', () => {
      expect(
        expectRefusal('more-than-owed', () => planTenders({ ...walkIn, tenders: [card(3000)] })),
      ).toEqual({
        owedMinor: 2298,
        depositWouldBeMinor: 0,
      });
      for (const tenders of [[card(3000)], [cash(2500)]]) {
        expectRefusal('walk-in-no-credit', () => planTenders({ ...walkIn, restAsDeposit: true, tenders }));
      }
    });
    test('change is given', () => {
      expect(planTenders({ ...walkIn, tenders: [cash(2500)] })).toMatchObject({
        changeMinor: 200,
        owedAfterMinor: 0,
      });
    });
  });

  test('a tender after the whole is paid is refused', () => {
    const given = { ...desk, depositAvailableMinor: 500, creditAvailableMinor: 0, dueMinor: 2298 };
    expectRefusal('nothing-owed', () => planTenders({ ...given, tenders: [card(2298), cash(500)] }));
    expectRefusal('nothing-owed', () =>
      planTenders({ ...given, tenders: [card(2298), { method: 'deposit' }] }),
    );
  });

  test('paid and owed make the due, money in makes paid and deposits, and only cash rounds', () => {
    const tender: fc.Arbitrary<Tender> = fc.oneof(
      fc.integer({ min: 1, max: 6000 }).map(card),
      fc.integer({ min: 1, max: 6000 }).map(cheque),
      fc.record({
        method: fc.constantFrom('deposit' as const, 'credit' as const),
        amountMinor: fc.option(fc.integer({ min: 1, max: 3000 }), { nil: undefined }),
      }),
    );
    const withCash = fc.tuple(
      fc.array(tender, { maxLength: 3 }),
      fc.option(fc.integer({ min: 1, max: 3000 }).map((coins) => cash(coins * 5))),
    );
    let planned = 0;
    fc.assert(
      fc.property(
        withCash,
        fc.integer({ min: 0, max: 12_000 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.boolean(),
        ([others, last], dueMinor, depositAvailableMinor, creditAvailableMinor, restAsDeposit) => {
          const tenders = last ? [...others, last] : others;
          try {
            const plan = planTenders({
              ...desk,
              depositAvailableMinor,
              creditAvailableMinor,
              dueMinor,
              tenders,
              restAsDeposit,
            });
            planned += 1;
            expect(plan.paidMinor + plan.owedAfterMinor).toBe(dueMinor);
            expect(plan.owedAfterMinor).toBeGreaterThanOrEqual(0);
            const spent = plan.tenders.reduce(
              (sum, each) =>
                sum + (each.method === 'deposit' || each.method === 'credit' ? each.appliedMinor : 0),
              0,
            );
            const paidIn = plan.tenders.reduce((sum, each) => sum + each.paymentMinor, 0);
            expect(paidIn + spent).toBe(plan.paidMinor + plan.depositMinor);
            expect(spent).toBeLessThanOrEqual(depositAvailableMinor + creditAvailableMinor);
            for (const each of plan.tenders) {
              if (each.method === 'cash')
                expect(each.drawerMinor).toBe(each.paymentMinor + each.roundingMinor);
              else expect([each.changeMinor, each.roundingMinor, each.drawerMinor]).toEqual([0, 0, 0]);
            }
            if (!restAsDeposit) expect(plan.depositMinor).toBe(0);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
        },
      ),
      PROPERTY_RUN,
    );
    expect(planned).toBeGreaterThan(50);
  });
});
