import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/local-time.ts';
import { sumMinor } from '../../shared/domain/money.ts';
import type { RefusalCode } from '../../shared/domain/refusal.ts';
import {
  ageReceivables,
  isEmptyStatement,
  layStatement,
  type Movement,
  planStatementPeriod,
  STATEMENT_LINE_KINDS,
  type StatementPeriodAsked,
} from '../../shared/domain/statement.ts';
import { expectRefusal } from './expect-refusal.ts';
import { PROPERTY_RUN } from './property-run.ts';

const day = (offset: number) => addDays('2026-03-01', offset);
const movement = fc.record<Movement>({
  kind: fc.constantFrom(...STATEMENT_LINE_KINDS),
  localDate: fc.integer({ min: 0, max: 40 }).map(day),
  commitSeq: fc.integer({ min: 1, max: 30 }),
  documentId: fc.integer({ min: 1, max: 30 }),
  amountMinor: fc.integer({ min: -100_000, max: 100_000 }),
});
const movements = fc.array(movement, { maxLength: 40 });
const threeDays = fc
  .tuple(
    ...([0, 1, 2].map(() => fc.integer({ min: 0, max: 41 })) as [
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
    ]),
  )
  .map((days) => days.sort((a, b) => a - b) as [number, number, number]);
const sumOf = (each: readonly Movement[]) => sumMinor(each.map(({ amountMinor }) => amountMinor));

describe('layStatement', () => {
  test('opening and movements make the closing balance, and each line says the balance after it', () => {
    fc.assert(
      fc.property(movements, threeDays, (all, [from, to]) => {
        const laid = layStatement(all, { fromDate: day(from), toDate: day(to) });
        expect(laid.openingMinor + sumOf(laid.lines)).toBe(laid.closingMinor);
        expect(laid.closingMinor).toBe(sumOf(all.filter(({ localDate }) => localDate <= day(to))));
        let balance = laid.openingMinor;
        for (const line of laid.lines) {
          balance += line.amountMinor;
          expect(line.balanceMinor).toBe(balance);
        }
        const dates = laid.lines.map(({ localDate }) => localDate);
        expect(dates).toEqual([...dates].sort());
      }),
      PROPERTY_RUN,
    );
  });

  test('a period cut in two: the second opens where the first closed, and no line is lost or said twice', () => {
    fc.assert(
      fc.property(movements, threeDays, (all, [from, middle, to]) => {
        fc.pre(middle < to);
        const whole = layStatement(all, { fromDate: day(from), toDate: day(to) });
        const first = layStatement(all, { fromDate: day(from), toDate: day(middle) });
        const second = layStatement(all, { fromDate: day(middle + 1), toDate: day(to) });
        expect(second.openingMinor).toBe(first.closingMinor);
        expect([...first.lines, ...second.lines]).toEqual(whole.lines);
      }),
      PROPERTY_RUN,
    );
  });

  test('what comes in does not depend on the order in which it is read', () => {
    const at = (kind: Movement['kind'], commitSeq: number, documentId: number, amountMinor: number) => ({
      kind,
      localDate: day(0),
      commitSeq,
      documentId,
      amountMinor,
    });
    const sale = at('invoice', 7, 3, 2298);
    const paid = at('payment', 7, 9, -2298);
    const earlier = at('refund', 6, 1, 100);
    const period = { fromDate: day(0), toDate: day(0) };
    const expected = layStatement([earlier, sale, paid], period);
    expect(layStatement([paid, sale, earlier], period)).toEqual(expected);
    expect(expected.lines.map(({ balanceMinor }) => balanceMinor)).toEqual([100, 2398, 100]);
  });

  test('nothing owed and nothing moved is an empty statement; a balance or a line is not', () => {
    const period = { fromDate: day(5), toDate: day(9) };
    const sale: Movement = {
      kind: 'invoice',
      localDate: day(1),
      commitSeq: 1,
      documentId: 1,
      amountMinor: 5,
    };
    expect(isEmptyStatement(layStatement([], period))).toBe(true);
    expect(isEmptyStatement(layStatement([sale], period))).toBe(false);
    expect(isEmptyStatement(layStatement([{ ...sale, localDate: day(6) }], period))).toBe(false);
    expect(isEmptyStatement(layStatement([{ ...sale, localDate: day(10) }], period))).toBe(true);
  });
});

describe('ageReceivables', () => {
  test.each([
    [-40, 'upTo30Minor'],
    [0, 'upTo30Minor'],
    [30, 'upTo30Minor'],
    [31, 'upTo60Minor'],
    [60, 'upTo60Minor'],
    [61, 'upTo90Minor'],
    [90, 'upTo90Minor'],
    [91, 'over90Minor'],
    [4000, 'over90Minor'],
  ])('due for %i days', (days, bucket) => {
    const none = { upTo30Minor: 0, upTo60Minor: 0, upTo90Minor: 0, over90Minor: 0 };
    expect(ageReceivables([{ dueDate: day(-days), owedMinor: 1234 }], day(0))).toEqual({
      ...none,
      [bucket]: 1234,
    });
  });

  test('the four ages hold all that is owed', () => {
    const item = fc.record({
      dueDate: fc.integer({ min: -400, max: 100 }).map(day),
      owedMinor: fc.integer({ min: 1, max: 10 ** 6 }),
    });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const aged = ageReceivables(items, day(0));
        expect(sumMinor(Object.values(aged))).toBe(sumMinor(items.map(({ owedMinor }) => owedMinor)));
      }),
      PROPERTY_RUN,
    );
  });
});

describe('planStatementPeriod', () => {
  const known = { today: '2026-03-20', last: null, firstDate: '2026-02-03' };
  const last = { number: 'RC-000004', toDate: '2026-03-10' };

  test('from the first movement to yesterday, then from the day after the last statement', () => {
    expect(planStatementPeriod({}, known)).toEqual({ fromDate: '2026-02-03', toDate: '2026-03-19' });
    expect(planStatementPeriod({}, { ...known, last })).toEqual({
      fromDate: '2026-03-11',
      toDate: '2026-03-19',
    });
    expect(planStatementPeriod({}, { ...known, firstDate: null })).toEqual({
      fromDate: '2026-03-19',
      toDate: '2026-03-19',
    });
    expect(planStatementPeriod({}, { ...known, firstDate: '2026-03-20' }).fromDate).toBe('2026-03-19');
  });

  test('dates that are given win, a day already told included, today included', () => {
    const asked = { fromDate: '2026-03-01', toDate: '2026-03-20' };
    expect(planStatementPeriod(asked, { ...known, last })).toEqual(asked);
    expect(planStatementPeriod({ fromDate: '2026-03-19' }, known)).toEqual({
      fromDate: '2026-03-19',
      toDate: '2026-03-19',
    });
  });

  test('refuses a future end, an end before the start, and days that the last statement told', () => {
    const refused = (code: RefusalCode, asked: StatementPeriodAsked, more: object = {}) =>
      expectRefusal(code, () => planStatementPeriod(asked, { ...known, ...more }));
    expect(refused('statement-after-today', { toDate: '2026-03-21' })).toEqual({
      toDate: '2026-03-21',
      today: '2026-03-20',
    });
    expect(refused('statement-end-before-start', { fromDate: '2026-03-20' })).toEqual({
      fromDate: '2026-03-20',
      toDate: '2026-03-19',
      today: '2026-03-20',
    });
    expect(refused('statement-already-made', { toDate: '2026-03-10' }, { last })).toEqual({
      number: 'RC-000004',
      lastDate: '2026-03-10',
      toDate: '2026-03-10',
    });
  });
});
