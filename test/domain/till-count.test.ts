import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countTotalMinor,
  DENOMINATIONS,
  DRAWER_EVENT_SIGNS,
  type DrawerEvent,
  type DrawerEventKind,
  differenceRule,
  expectedCash,
  requireDrawerEvent,
} from '../../shared/domain/till-count.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

describe('countTotalMinor', () => {
  test.each<[string, Record<string, number>, number]>([
    ['an empty drawer', {}, 0],
    ['notes', { '10000': 1, '2000': 3, '500': 2 }, 17_000],
    ['coins', { '200': 4, '100': 1, '25': 3, '10': 2, '5': 1 }, 1000],
    ['one roll of each', { 'roll-200': 1, 'roll-100': 1, 'roll-25': 1, 'roll-10': 1, 'roll-5': 1 }, 9200],
    [
      'the counted 226.15 of scenario 22',
      { '10000': 1, '5000': 1, '2000': 3, '500': 3, '100': 1, '10': 1, '5': 1 },
      22_615,
    ],
  ])('%s', (_name, count, expected) => {
    expect(countTotalMinor(count)).toBe(expected);
  });

  test('what is no Canadian piece is refused by name', () => {
    expect(expectRefusal('invalid-input', () => countTotalMinor({ '1': 3 })).issues).toEqual([
      { path: 'denominations.1', problem: 'unknown-denomination' },
    ]);
    expectRefusal('invalid-input', () => countTotalMinor({ toString: 1 }));
    expectRefusal('invalid-input', () => countTotalMinor({ '500': -1 }));
    expectRefusal('invalid-input', () => countTotalMinor({ '500': 0.5 }));
  });

  test('counting two drawers together is counting each, and no cent is left over', () => {
    const count = fc.record(
      Object.fromEntries(DENOMINATIONS.map(({ key }) => [key, fc.integer({ min: 0, max: 1000 })])),
    );
    fc.assert(
      fc.property(count, count, (a, b) => {
        const together = Object.fromEntries(DENOMINATIONS.map(({ key }) => [key, a[key]! + b[key]!]));
        expect(countTotalMinor(together)).toBe(countTotalMinor(a) + countTotalMinor(b));
        expect(countTotalMinor(a) % 5).toBe(0);
      }),
      PROPERTY_RUN,
    );
  });
});

describe('differenceRule', () => {
  test.each([
    [0, false, false],
    [-25, false, false],
    [100, false, false],
    [-100, false, false],
    [101, true, false],
    [-101, true, false],
    [500, true, false],
    [-500, true, false],
    [501, true, true],
    [-501, true, true],
  ])('%d: reason %s, supervisor %s', (differenceMinor, needsReason, needsSupervisor) => {
    expect(differenceRule({ differenceMinor })).toEqual({ needsReason, needsSupervisor });
  });
});

describe('expectedCash', () => {
  const day: DrawerEvent[] = [
    { kind: 'FLOAT', amountMinor: 20_000 },
    { kind: 'CASH_IN', amountMinor: 12_000 },
    { kind: 'CHANGE_OUT', amountMinor: -500 },
    { kind: 'CASH_IN', amountMinor: 1440 },
    { kind: 'CASH_REFUND', amountMinor: -2300 },
    { kind: 'PAID_IN', amountMinor: 2000 },
    { kind: 'DROP', amountMinor: -10_000 },
    { kind: 'NO_SALE', amountMinor: 0 },
  ];

  test('scenario 22: 226.40 expected, 226.15 counted, short 0.25, and after the close the count', () => {
    expect(expectedCash(day)).toBe(22_640);
    const differenceMinor = 22_615 - expectedCash(day);
    expect(differenceMinor).toBe(-25);
    expect(expectedCash([...day, { kind: 'ADJUST', amountMinor: differenceMinor }])).toBe(22_615);
  });

  test('a voided cash sale leaves nothing in the drawer', () => {
    expect(
      expectedCash([
        { kind: 'CASH_IN', amountMinor: 2300 },
        { kind: 'CASH_VOID', amountMinor: -2300 },
      ]),
    ).toBe(0);
  });

  test.each<[DrawerEventKind, number]>([
    ['FLOAT', -1],
    ['CASH_IN', -1],
    ['PAID_IN', -1],
    ['CHANGE_OUT', 1],
    ['CASH_REFUND', 1],
    ['CASH_VOID', 1],
    ['PAID_OUT', 1],
    ['DROP', 1],
    ['NO_SALE', 1],
    ['COUNT', 1],
  ])('%s never carries %d', (kind, amountMinor) => {
    expect(() => requireDrawerEvent({ kind, amountMinor })).toThrow();
  });

  test('every kind has a sign, and an adjustment may take either', () => {
    expect(Object.values(DRAWER_EVENT_SIGNS).filter((sign) => sign === 'either')).toHaveLength(1);
    expect(requireDrawerEvent({ kind: 'ADJUST', amountMinor: -25 }).amountMinor).toBe(-25);
    expect(requireDrawerEvent({ kind: 'ADJUST', amountMinor: 25 }).amountMinor).toBe(25);
  });
});
