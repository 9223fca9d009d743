import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RefundDestination } from '../../shared/domain/refund-destination.ts';
import {
  type RefundOrigin,
  type RefundSource,
  type RefundWhy,
  refundMaximum,
} from '../../shared/domain/refund-maximum.ts';
import { planRefund, refundWaysOut } from '../../shared/domain/refund-plan.ts';
import type { PaymentMethod } from '../../shared/domain/tender.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

function origin(
  paymentId: number,
  method: PaymentMethod,
  amountMinor: number,
  more: Partial<RefundOrigin> = {},
) {
  return {
    paymentId,
    method,
    at: `2026-01-${10 + paymentId}`,
    amountMinor,
    refundedMinor: 0,
    heldMinor: 0,
    ...more,
  };
}

function memo(
  id: number,
  openMinor: number,
  funding: [number, number][],
  more: Partial<RefundSource> = {},
): RefundSource {
  return {
    kind: 'credit-memo',
    id,
    at: `2026-02-${10 + id}`,
    openMinor,
    heldMinor: 0,
    funding: funding.map(([paymentId, leftMinor]) => ({ paymentId, leftMinor })),
    ...more,
  };
}

function deposit(paymentId: number, openMinor: number, more: Partial<RefundSource> = {}): RefundSource {
  return {
    kind: 'deposit',
    id: paymentId,
    at: `2026-01-${10 + paymentId}`,
    openMinor,
    heldMinor: 0,
    ...more,
  };
}

describe('refundMaximum', () => {
  test.each<[string, RefundSource[], RefundOrigin[], number, RefundWhy]>([
    [
      'settled 2, scenario 8: 110.38 of a memo, not also of the payment',
      [memo(1, 11_038, [[1, 11_038]])],
      [origin(1, 'terminal', 18_396)],
      11_038,
      'all-open',
    ],
    [
      'scenario 15: a card of 200.00 with 80.00 refunded, 150.00 of credit open',
      [memo(1, 15_000, [[1, 15_000]])],
      [origin(1, 'online-card', 20_000, { refundedMinor: 8000 })],
      12_000,
      'payment-given-back',
    ],
    [
      'settled 7: all of it on its way back',
      [memo(1, 11_038, [[1, 0]], { heldMinor: 11_038 })],
      [origin(1, 'terminal', 18_396, { heldMinor: 11_038 })],
      0,
      'held',
    ],
    [
      'settled 4: 17.49 refundable + 40.00 not',
      [memo(1, 5749, [[1, 1749]])],
      [origin(1, 'cash', 1749)],
      1749,
      'not-refundable',
    ],
    [
      'settled 4: a goodwill permission without money',
      [memo(1, 3000, [], { unfunded: 'permitted' })],
      [],
      0,
      'no-money-received',
    ],
    [
      'a goodwill credit never refundable',
      [memo(1, 3000, [], { unfunded: 'never' })],
      [origin(1, 'cash', 9000)],
      0,
      'not-refundable',
    ],
    [
      'settled 3: goodwill draws on money received',
      [memo(1, 3000, [], { unfunded: 'permitted' })],
      [origin(1, 'cash', 10_000)],
      3000,
      'all-open',
    ],
    [
      'settled 3: but never on what funds an open memo',
      [memo(1, 3000, [], { unfunded: 'permitted' }), memo(2, 8000, [[1, 8000]])],
      [origin(1, 'cash', 10_000)],
      10_000,
      'backs-other-credit',
    ],
    ['a deposit', [deposit(1, 4251)], [origin(1, 'cheque', 10_000)], 4251, 'all-open'],
    [
      'two sources of one payment share its cap',
      [memo(1, 6000, [[1, 6000]]), deposit(1, 5000)],
      [origin(1, 'cash', 10_000, { refundedMinor: 2000 })],
      8000,
      'payment-given-back',
    ],
    ['nothing open', [], [origin(1, 'cash', 10_000)], 0, 'nothing-open'],
  ])('%s', (_name, sources, origins, maximumMinor, why) => {
    const found = refundMaximum({ sources, origins });
    expect([found.maximumMinor, found.why]).toEqual([maximumMinor, why]);
  });

  test('every source that gives less than it holds says why', () => {
    const found = refundMaximum({
      sources: [memo(1, 3000, [[1, 3000]]), memo(2, 4000, [[2, 1000]]), deposit(3, 500)],
      origins: [origin(1, 'cash', 3000), origin(2, 'cash', 1000), origin(3, 'cash', 500)],
      onlySources: [
        { kind: 'credit-memo', id: 1 },
        { kind: 'credit-memo', id: 2 },
      ],
    });
    expect(found.sources.map(({ kind, id, maximumMinor, why }) => [kind, id, maximumMinor, why])).toEqual([
      ['deposit', 3, 0, 'not-chosen'],
      ['credit-memo', 1, 3000, null],
      ['credit-memo', 2, 1000, 'not-refundable'],
    ]);
  });

  test('what is held on a source is not offered, although its payment has more', () => {
    const found = refundMaximum({
      sources: [deposit(1, 5000, { heldMinor: 2000 })],
      origins: [origin(1, 'cash', 10_000, { heldMinor: 2000 })],
    });
    expect(found).toMatchObject({ maximumMinor: 3000, why: 'held' });
  });

  test('goodwill leaves to an open memo the money that funds it, although the goodwill is older', () => {
    const found = refundMaximum({
      sources: [memo(1, 3000, [], { unfunded: 'permitted' }), memo(2, 8000, [[1, 8000]])],
      origins: [origin(1, 'cash', 10_000)],
    });
    expect(found.sources.map(({ id, maximumMinor, why }) => [id, maximumMinor, why])).toEqual([
      [1, 2000, 'backs-other-credit'],
      [2, 8000, null],
    ]);
  });

  test('restricted to one payment, the others wait', () => {
    const ground = {
      sources: [
        memo(1, 5000, [
          [2, 3000],
          [1, 2000],
        ]),
      ],
      origins: [origin(1, 'cash', 2000), origin(2, 'terminal', 3000)],
    };
    expect(refundMaximum({ ...ground, originPaymentId: 2 })).toMatchObject({
      maximumMinor: 3000,
      why: 'other-payment',
    });
  });
});

describe('planRefund', () => {
  const card = origin(1, 'terminal', 50_000);

  test('scenario 16: 50.00 of 30.00 (5 Jan) and 45.00 (2 Feb), oldest first', () => {
    const sources = [
      memo(2, 4500, [[1, 4500]], { at: '2026-02-02' }),
      memo(1, 3000, [[1, 3000]], { at: '2026-01-05' }),
    ];
    const plan = planRefund({ sources, origins: [card], amountMinor: 5000, destination: 'terminal' });
    expect(plan.lines).toEqual([
      { source: { kind: 'credit-memo', id: 1 }, originPaymentId: 1, amountMinor: 3000 },
      { source: { kind: 'credit-memo', id: 2 }, originPaymentId: 1, amountMinor: 2000 },
    ]);
    expect(plan.needsReason).toBe(false);
  });

  test('scenario 15: 120.01 of a card of 200.00 with 80.00 refunded is refused, 120.00 passes', () => {
    const ground = {
      sources: [memo(1, 15_000, [[1, 15_000]])],
      origins: [origin(1, 'online-card', 20_000, { refundedMinor: 8000 })],
      destination: 'online-card' as RefundDestination,
    };
    expect(
      expectRefusal('refund-exceeds-refundable', () => planRefund({ ...ground, amountMinor: 12_001 })),
    ).toEqual({ maximumMinor: 12_000 });
    expect(planRefund({ ...ground, amountMinor: 12_000 }).lines).toHaveLength(1);
  });

  test('scenario 15: once the card is marked invalid, only offline ways are open', () => {
    const sources = [memo(1, 12_000, [[1, 12_000]])];
    const given = {
      sources,
      origins: [origin(1, 'online-card', 20_000, { cardStatus: 'invalid' as const })],
      amountMinor: 5000,
    };
    expect(
      expectRefusal('refund-destination-refused', () => planRefund({ ...given, destination: 'online-card' })),
    ).toEqual({ destination: 'online-card', allowed: ['terminal', 'cash', 'cheque'], why: 'card-not-valid' });
    expect(planRefund({ ...given, destination: 'cash' })).toMatchObject({
      needsReason: true,
      needsSupervisor: false,
    });
    expect(planRefund({ ...given, destination: 'cheque' }).needsReason).toBe(false);
    expect(refundWaysOut(given).map((way) => [way.destination, way.allowed])).toEqual([
      ['terminal', true],
      ['cash', true],
      ['cheque', true],
      ['online-card', false],
    ]);
  });

  test('scenario 17: 30.00 of 24.49 refundable is refused, non-refundable credit beside it or not', () => {
    const sources = [memo(1, 4000, [], { unfunded: 'never' }), memo(2, 2449, [[1, 2449]])];
    expect(
      expectRefusal('refund-exceeds-refundable', () =>
        planRefund({ sources, origins: [card], amountMinor: 3000, destination: 'terminal' }),
      ),
    ).toEqual({ maximumMinor: 2449 });
  });

  test('cash money never leaves to a card; the ways that would take it all are named', () => {
    const given = {
      sources: [memo(1, 2298, [[1, 2298]])],
      origins: [origin(1, 'cash', 2298)],
      amountMinor: 2298,
    };
    expect(
      expectRefusal('refund-destination-refused', () => planRefund({ ...given, destination: 'terminal' })),
    ).toEqual({ destination: 'terminal', allowed: ['cash', 'cheque'], why: 'cash-never-to-card' });
  });

  test('a memo paid half by card, half in cash: the terminal takes the card part, cash takes both with a reason', () => {
    const ground = {
      sources: [
        memo(1, 5000, [
          [2, 3000],
          [1, 2000],
        ]),
      ],
      origins: [origin(1, 'cash', 2000), origin(2, 'terminal', 3000)],
    };
    const ways = refundWaysOut(ground);
    expect(ways.map((way) => [way.destination, way.maximumMinor, way.needsReason])).toEqual([
      ['terminal', 3000, false],
      ['cash', 5000, true],
      ['cheque', 5000, true],
      ['online-card', 0, false],
    ]);
    expect(planRefund({ ...ground, amountMinor: 5000, destination: 'cash' })).toMatchObject({
      lines: [
        { originPaymentId: 2, amountMinor: 3000 },
        { originPaymentId: 1, amountMinor: 2000 },
      ],
      needsReason: true,
    });
    expect(
      refundWaysOut({ ...ground, amountMinor: 4000 })
        .filter((way) => way.allowed)
        .map((way) => way.destination),
    ).toEqual(['cash', 'cheque']);
  });

  test('a young cheque goes back by cheque first, in cash with a supervisor', () => {
    const ground = {
      sources: [deposit(1, 5000)],
      origins: [origin(1, 'cheque', 5000, { chequeAgeDays: 3 })],
    };
    expect(refundWaysOut(ground)[0]).toMatchObject({ destination: 'cheque', allowed: true });
    expect(planRefund({ ...ground, amountMinor: 5000, destination: 'cash' }).needsSupervisor).toBe(true);
  });

  test('settled 3: goodwill may leave at the desk, never to a saved card, whatever paid', () => {
    const ground = {
      sources: [memo(1, 3000, [], { unfunded: 'permitted' as const })],
      origins: [origin(1, 'online-card', 10_000)],
      amountMinor: 3000,
    };
    expect(
      expectRefusal('refund-destination-refused', () => planRefund({ ...ground, destination: 'online-card' }))
        .allowed,
    ).toEqual(['terminal', 'cash', 'cheque']);
    expect(planRefund({ ...ground, destination: 'cheque' }).lines[0]?.originPaymentId).toBe(1);
  });

  test('a chosen source that gives nothing is named with the reason', () => {
    const sources = [memo(1, 3000, [], { unfunded: 'never' }), memo(2, 2000, [[1, 2000]])];
    const given = { sources, origins: [card], amountMinor: 1000, destination: 'terminal' as const };
    expect(
      expectRefusal('refund-source-unusable', () =>
        planRefund({ ...given, onlySources: [{ kind: 'credit-memo', id: 1 }] }),
      ),
    ).toEqual({ source: 'credit-memo:1', why: 'not-refundable' });
    expect(
      expectRefusal('refund-source-unusable', () =>
        planRefund({ ...given, onlySources: [{ kind: 'deposit', id: 9 }] }),
      ).why,
    ).toBe('nothing-open');
  });

  test('refund after refund, no source, payment or way out gives more than it has', () => {
    const methods: PaymentMethod[] = ['cash', 'cheque', 'terminal', 'online-card'];
    const world = fc.record({
      payments: fc.array(
        fc.record({
          method: fc.constantFrom(...methods),
          allocatedMinor: fc.nat(3000),
          depositMinor: fc.nat(2000),
          refundedMinor: fc.nat(1000),
          cardStatus: fc.constantFrom('valid' as const, 'expired' as const),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      funded: fc.array(fc.array(fc.nat(1500), { minLength: 4, maxLength: 4 }), { maxLength: 3 }),
      goodwillMinor: fc.nat(2000),
      asks: fc.array(
        fc.record({
          share: fc.integer({ min: 1, max: 100 }),
          destination: fc.constantFrom<RefundDestination>('cash', 'cheque', 'terminal', 'online-card'),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    });
    let refunded = 0;
    fc.assert(
      fc.property(world, ({ payments, funded, goodwillMinor, asks }) => {
        const origins = payments.map((given, index) =>
          origin(index + 1, given.method, given.allocatedMinor + given.depositMinor, {
            refundedMinor: Math.min(given.refundedMinor, given.allocatedMinor + given.depositMinor),
            cardStatus: given.cardStatus,
          }),
        );
        const sources = [
          ...payments.map((given, index) => deposit(index + 1, given.depositMinor)),
          ...funded.map((parts, index) => {
            const funding = parts
              .slice(0, payments.length)
              .map((part, at): [number, number] => [at + 1, Math.min(part, payments[at]!.allocatedMinor)]);
            const money = funding.reduce((sum, [, part]) => sum + part, 0);
            return memo(index + 1, money + 300, funding);
          }),
          memo(9, goodwillMinor, [], { unfunded: 'permitted' }),
        ];
        const received = new Map(
          origins.map((each) => [each.paymentId, each.amountMinor - each.refundedMinor]),
        );
        const openAtFirst = new Map(sources.map((each) => [`${each.kind}:${each.id}`, each.openMinor]));
        const methodOf = new Map(origins.map((each) => [each.paymentId, each.method]));
        for (const ask of asks) {
          const { maximumMinor } = refundMaximum({ sources, origins, destination: ask.destination });
          const amountMinor = Math.floor((maximumMinor * ask.share) / 100);
          if (amountMinor === 0) continue;
          const plan = planRefund({ sources, origins, amountMinor, destination: ask.destination });
          refunded += 1;
          expect(plan.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(amountMinor);
          for (const line of plan.lines) {
            expect(line.amountMinor).toBeGreaterThan(0);
            received.set(line.originPaymentId, received.get(line.originPaymentId)! - line.amountMinor);
            const key = `${line.source.kind}:${line.source.id}`;
            openAtFirst.set(key, openAtFirst.get(key)! - line.amountMinor);
            const toCard = ask.destination === 'terminal' || ask.destination === 'online-card';
            if (methodOf.get(line.originPaymentId) === 'cash') expect(toCard).toBe(false);
            const source = sources.find((each) => `${each.kind}:${each.id}` === key)!;
            source.openMinor -= line.amountMinor;
            source.funding =
              source.funding?.map((part) =>
                part.paymentId === line.originPaymentId
                  ? { ...part, leftMinor: Math.max(0, part.leftMinor - line.amountMinor) }
                  : part,
              ) ?? [];
            origins.find((each) => each.paymentId === line.originPaymentId)!.refundedMinor +=
              line.amountMinor;
          }
          expect([...received.values()].every((left) => left >= 0)).toBe(true);
          expect([...openAtFirst.values()].every((left) => left >= 0)).toBe(true);
        }
      }),
      PROPERTY_RUN,
    );
    expect(refunded).toBeGreaterThan(200);
  });

  test('what is said to be the maximum passes, and one cent more is refused', () => {
    const ground = fc.record({
      amountMinor: fc.integer({ min: 1, max: 9000 }),
      refundedMinor: fc.nat(9000),
      heldMinor: fc.nat(3000),
      openMinor: fc.integer({ min: 1, max: 9000 }),
      leftMinor: fc.nat(9000),
    });
    fc.assert(
      fc.property(ground, (given) => {
        const sources = [memo(1, given.openMinor, [[1, given.leftMinor]])];
        const origins = [origin(1, 'terminal', given.amountMinor, given)];
        const expected = Math.max(
          0,
          Math.min(
            given.openMinor,
            given.leftMinor,
            given.amountMinor - given.refundedMinor - given.heldMinor,
          ),
        );
        const ask = (amountMinor: number) => () =>
          planRefund({ sources, origins, amountMinor, destination: 'terminal' });
        expect(expectRefusal('refund-exceeds-refundable', ask(expected + 1))).toEqual({
          maximumMinor: expected,
        });
        if (expected > 0) expect(ask(expected)().lines).toHaveLength(1);
      }),
      PROPERTY_RUN,
    );
  });
});
