import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  hasRole,
  lockoutMs,
  type RefundLimitHit,
  type Role,
  rebateLimitMinor,
  refundLimit,
} from '../../shared/domain/staff-rights.ts';
import { PROPERTY_RUN } from './property-run.ts';

describe('hasRole', () => {
  test.each<[Role[], Role, boolean]>([
    [['clerk'], 'clerk', true],
    [['clerk'], 'supervisor', false],
    [['supervisor'], 'clerk', true],
    [['administrator'], 'clerk', true],
    [['administrator'], 'supervisor', false],
    [['administrator', 'supervisor'], 'supervisor', true],
    [['supervisor'], 'administrator', false],
    [[], 'clerk', false],
  ])('%j as %s: %s', (roles, needed, expected) => {
    expect(hasRole(roles, needed)).toBe(expected);
  });
});

describe('refundLimit', () => {
  // amount, by this clerk today, to this client this month
  test.each<[string, number, number, number, RefundLimitHit | null]>([
    ['50.00 passes', 5000, 0, 0, null],
    ['50.01 does not', 5001, 0, 0, { per: 'refund', limitMinor: 5000, availableMinor: 5000 }],
    ['scenario 23: 110.38', 11_038, 0, 0, { per: 'refund', limitMinor: 5000, availableMinor: 5000 }],
    ['the last 20.00 of the day', 2000, 18_000, 0, null],
    ['20.01 of it', 2001, 18_000, 0, { per: 'day', limitMinor: 20_000, availableMinor: 2000 }],
    ['the day is spent', 1, 20_000, 0, { per: 'day', limitMinor: 20_000, availableMinor: 0 }],
    [
      'the month of this client',
      1001,
      0,
      29_000,
      { per: 'client-month', limitMinor: 30_000, availableMinor: 1000 },
    ],
    [
      'both, the tighter one speaks',
      900,
      19_500,
      29_800,
      { per: 'client-month', limitMinor: 30_000, availableMinor: 200 },
    ],
    [
      'beyond the limit by a supervisor',
      100,
      90_000,
      0,
      { per: 'day', limitMinor: 20_000, availableMinor: 0 },
    ],
  ])('%s', (_name, amountMinor, clerkDayMinor, clientMonthMinor, expected) => {
    expect(refundLimit({ roles: ['clerk'], amountMinor, clerkDayMinor, clientMonthMinor })).toEqual(expected);
  });

  test('a supervisor has none, an administrator has a clerk’s', () => {
    const asked = { amountMinor: 1_000_000, clerkDayMinor: 0, clientMonthMinor: 0 };
    expect(refundLimit({ ...asked, roles: ['supervisor'] })).toBeNull();
    expect(refundLimit({ ...asked, roles: ['administrator'] })?.limitMinor).toBe(5000);
    expect(refundLimit({ ...asked, roles: ['administrator', 'supervisor'] })).toBeNull();
  });

  test('what is said to be available passes, and one cent more does not', () => {
    const sum = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40_000 }),
        sum,
        sum,
        (amountMinor, clerkDayMinor, clientMonthMinor) => {
          const asked = { roles: ['clerk'] as Role[], clerkDayMinor, clientMonthMinor };
          const hit = refundLimit({ ...asked, amountMinor });
          const passes =
            amountMinor <= 5000 &&
            amountMinor + clerkDayMinor <= 20_000 &&
            amountMinor + clientMonthMinor <= 30_000;
          expect(hit === null).toBe(passes);
          if (!hit) return;
          if (hit.availableMinor > 0)
            expect(refundLimit({ ...asked, amountMinor: hit.availableMinor })).toBeNull();
          expect(refundLimit({ ...asked, amountMinor: hit.availableMinor + 1 })).not.toBeNull();
        },
      ),
      PROPERTY_RUN,
    );
  });
});

describe('rebateLimitMinor', () => {
  test.each<[Role[], number, number | null]>([
    [['clerk'], 10_000, 1000],
    [['clerk'], 20_000, 2000],
    [['clerk'], 50_000, 2000],
    [['clerk'], 0, 0],
    [['supervisor'], 50_000, null],
  ])('%j on %d: %d', (roles, itemNetMinor, expected) => {
    expect(rebateLimitMinor({ roles, itemNetMinor })).toBe(expected);
  });
});

describe('lockoutMs', () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 30_000],
    [6, 60_000],
    [7, 120_000],
    [10, 960_000],
    [100, 43_200_000],
  ])('after %d failures: %d ms', (failures, expected) => {
    expect(lockoutMs(failures)).toBe(expected);
  });

  test('at most 20 tries in any first day of guessing', () => {
    let elapsedMs = 0;
    let tries = 0;
    while (elapsedMs < 86_400_000) {
      tries += 1;
      elapsedMs += lockoutMs(tries);
    }
    expect(tries).toBeLessThanOrEqual(20);
  });
});
