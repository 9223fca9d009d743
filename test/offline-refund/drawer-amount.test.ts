import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planDrawerAmount } from '../../electron/offline-refund/drawer-amount.ts';
import { roundToFiveCents } from '../../shared/domain/cash-rounding.ts';

it('rounds once per payment, not per line', () => {
  const lines = [
    { originPaymentId: 1, amountMinor: 2 },
    { originPaymentId: 1, amountMinor: 2 },
  ];
  expect(planDrawerAmount(lines, () => 0)).toBe(5);
});

it('refuses a payment whose part comes to no coin', () => {
  const lines = [
    { originPaymentId: 1, amountMinor: 1000 },
    { originPaymentId: 2, amountMinor: 2 },
  ];
  expect(() => planDrawerAmount(lines, () => 0)).toThrow('too-small-for-cash');
});

it('whatever the parts, a payment gives in all what its sum rounds to', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 5, max: 5000 }), { minLength: 1, maxLength: 12 }), (parts) => {
      let applied = 0;
      let drawer = 0;
      for (const amountMinor of parts) {
        drawer += planDrawerAmount([{ originPaymentId: 1, amountMinor }], () => applied);
        applied += amountMinor;
      }
      expect(drawer).toBe(roundToFiveCents(applied));
    }),
    { seed: 19 },
  );
});
