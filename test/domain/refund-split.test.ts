import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { destinationRule, type RefundDestination } from '../../shared/domain/refund-destination.ts';
import type { RefundGround, RefundOrigin, RefundSource } from '../../shared/domain/refund-maximum.ts';
import { planRefund } from '../../shared/domain/refund-plan.ts';
import { type PartAsked, planParts, suggestParts } from '../../shared/domain/refund-split.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { PaymentMethod } from '../../shared/domain/tender.ts';
import { PROPERTY_RUN } from './property-run.ts';

/** A payment, all of it a deposit. */
function paid(
  paymentId: number,
  method: PaymentMethod,
  amountMinor: number,
  more: Partial<RefundOrigin> = {},
): RefundOrigin {
  const at = `2026-01-${10 + paymentId}`;
  return { paymentId, method, at, amountMinor, refundedMinor: 0, heldMinor: 0, ...more };
}

function groundOf(origins: RefundOrigin[]): RefundGround {
  const sources = origins.map(
    ({ paymentId, at, amountMinor }): RefundSource => ({
      kind: 'deposit',
      id: paymentId,
      at,
      openMinor: amountMinor,
      heldMinor: 0,
    }),
  );
  return { origins, sources };
}

const split = (ground: RefundGround, parts: PartAsked[]) =>
  planParts(ground, parts, (rest, part) => planRefund({ ...rest, ...part, isPart: true }));

const linesOf = (ground: RefundGround, parts: PartAsked[]) =>
  split(ground, parts).map(({ lines }) => lines.map((line) => [line.originPaymentId, line.amountMinor]));

describe('one refund, several destinations', () => {
  test('each way takes first what came in that very way, whatever the order asked', () => {
    const ground = groundOf([paid(1, 'terminal', 6000), paid(2, 'cash', 4000)]);
    expect(
      linesOf(ground, [
        { destination: 'cash', amountMinor: 4500 },
        { destination: 'terminal', amountMinor: 5500 },
      ]),
    ).toEqual([
      [
        [2, 4000],
        [1, 500],
      ],
      [[1, 5500]],
    ]);
  });

  test('cash never reaches the card, even as a part', () => {
    const ground = groundOf([paid(1, 'terminal', 6000), paid(2, 'cash', 4000)]);
    expect(() => split(ground, [{ destination: 'terminal', amountMinor: 6001 }])).toThrow(Refusal);
  });

  test('a part may name its payment, so that two saved cards are refunded at once', () => {
    const ground = groundOf([paid(1, 'online-card', 3000), paid(2, 'online-card', 2000)]);
    expect(
      linesOf(ground, [
        { destination: 'online-card', amountMinor: 3000, originPaymentId: 1 },
        { destination: 'online-card', amountMinor: 2000, originPaymentId: 2 },
      ]),
    ).toEqual([[[1, 3000]], [[2, 2000]]]);
  });
});

describe('the natural split', () => {
  const all = () => true;

  test('card first, then cash, then cheque', () => {
    const ground = groundOf([
      paid(1, 'cash', 4000),
      paid(2, 'cheque', 2500, { chequeAgeDays: 30 }),
      paid(3, 'terminal', 6000),
    ]);
    expect(suggestParts({ ...ground, amountMinor: 12_500 }, all)).toEqual([
      { destination: 'terminal', amountMinor: 6000 },
      { destination: 'cash', amountMinor: 4000 },
      { destination: 'cheque', amountMinor: 2500 },
    ]);
  });

  test('an expired saved card goes to the terminal, a valid one back online, payment by payment', () => {
    const ground = groundOf([
      paid(1, 'online-card', 3000, { cardStatus: 'expired' }),
      paid(2, 'online-card', 2000),
      paid(3, 'online-card', 1000),
    ]);
    expect(suggestParts({ ...ground, amountMinor: 6000 }, all)).toEqual([
      { destination: 'online-card', amountMinor: 2000, originPaymentId: 2 },
      { destination: 'online-card', amountMinor: 1000, originPaymentId: 3 },
      { destination: 'terminal', amountMinor: 3000 },
    ]);
  });

  test('none where one way takes all, or where some of it has no way', () => {
    const ground = groundOf([paid(1, 'terminal', 6000), paid(2, 'cash', 4000)]);
    expect(suggestParts({ ...ground, amountMinor: 6000 }, all)).toEqual([]);
    const isOnlineShut = (destination: RefundDestination) => destination !== 'online-card';
    const online = groundOf([paid(1, 'cash', 4000), paid(2, 'online-card', 2000)]);
    expect(suggestParts({ ...online, amountMinor: 6000 }, isOnlineShut)).toEqual([]);
  });
});

/** Gale's condition, sharing no line with the planner: every group of ways finds enough money that it may take. */
function isFeasible(origins: RefundOrigin[], parts: PartAsked[]): boolean {
  const groups = Array.from({ length: 2 ** parts.length }, (_, bits) =>
    parts.filter((_, index) => (bits >> index) % 2 === 1),
  );
  return groups.every((group) => {
    const asked = group.reduce((sum, part) => sum + part.amountMinor, 0);
    const usable = origins.filter((origin) =>
      group.some(({ destination }) => destinationRule(origin.method, destination, origin).allowed),
    );
    return asked <= usable.reduce((sum, origin) => sum + origin.amountMinor, 0);
  });
}

const anOrigin = fc.record({
  method: fc.constantFrom<PaymentMethod>('cash', 'terminal', 'cheque', 'online-card', 'echeck'),
  amountMinor: fc.integer({ min: 1, max: 40 }),
  cardStatus: fc.constantFrom('valid' as const, 'expired' as const),
  chequeAgeDays: fc.integer({ min: 0, max: 20 }),
  settledBusinessDays: fc.integer({ min: 0, max: 10 }),
});
const somePayments = fc
  .array(anOrigin, { minLength: 1, maxLength: 5 })
  .map((facts) =>
    facts.map(({ method, amountMinor, ...more }, index) => paid(index + 1, method, amountMinor, more)),
  );
const someParts = fc
  .uniqueArray(fc.constantFrom<RefundDestination>('online-card', 'echeck', 'terminal', 'cash', 'cheque'), {
    minLength: 2,
    maxLength: 5,
  })
  .chain((destinations) =>
    fc.tuple(
      ...destinations.map((destination) =>
        fc.integer({ min: 1, max: 40 }).map((amountMinor): PartAsked => ({ destination, amountMinor })),
      ),
    ),
  );

test('a split is refused only when no split of that money exists, and what it plans keeps every rule', () => {
  let planned = 0;
  let refused = 0;
  fc.assert(
    fc.property(somePayments, someParts, (origins, parts) => {
      const ground = groundOf(origins);
      if (!isFeasible(origins, parts)) {
        refused += 1;
        expect(() => split(ground, parts)).toThrow(Refusal);
        return;
      }
      planned += 1;
      const lines = split(ground, parts).flatMap((plan, index) => {
        const part = parts[index];
        expect(plan.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(part?.amountMinor);
        return plan.lines.map((line) => ({ ...line, destination: part?.destination ?? 'cash' }));
      });
      for (const origin of origins) {
        const own = lines.filter((line) => line.originPaymentId === origin.paymentId);
        expect(own.reduce((sum, line) => sum + line.amountMinor, 0)).toBeLessThanOrEqual(origin.amountMinor);
        for (const { destination } of own)
          expect(destinationRule(origin.method, destination, origin).allowed).toBe(true);
      }
    }),
    { ...PROPERTY_RUN, numRuns: 1000 },
  );
  expect(Math.min(planned, refused)).toBeGreaterThan(50);
});
