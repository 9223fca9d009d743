import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isTimeZone, localDateOf } from '../../shared/domain/local-time.ts';
import { PROPERTY_RUN } from './property-run.ts';

describe('localDateOf', () => {
  test.each([
    ['2026-03-02T14:00:00.000Z', 'America/Toronto', '2026-03-02'],
    ['2026-03-03T04:59:59.999Z', 'America/Toronto', '2026-03-02'],
    ['2026-03-03T05:00:00.000Z', 'America/Toronto', '2026-03-03'],
    ['2026-07-03T03:59:59.999Z', 'America/Toronto', '2026-07-02'],
    ['2026-07-03T04:00:00.000Z', 'America/Toronto', '2026-07-03'],
    ['2027-01-01T04:59:59.999Z', 'America/Toronto', '2026-12-31'],
    ['2026-03-03T04:59:59.999Z', 'America/Halifax', '2026-03-03'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(localDateOf(instant, zone)).toBe(expected);
  });
  test('an unknown zone or a broken instant is a broken assumption', () => {
    expect(() => localDateOf('2026-03-02T14:00:00.000Z', 'Mars/Base')).toThrow();
    expect(() => localDateOf('yesterday', 'America/Toronto')).toThrow();
  });
});

describe('days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s + %d = %s', (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected);
    expect(daysBetween(from, expected)).toBe(days);
  });
  test('a date that does not exist is a broken assumption', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow();
    expect(() => addDays('2026-3-1', 1)).toThrow();
  });
  test('going and coming back ends where it began, through clock changes', () => {
    const day = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        const from = new Date(start * 86_400_000).toISOString().slice(0, 10);
        const to = new Date((start + days) * 86_400_000).toISOString().slice(0, 10);
        expect(addDays(from, days)).toBe(to);
        expect(daysBetween(from, to)).toBe(days);
      }),
      PROPERTY_RUN,
    );
  });
  test('zones', () => {
    expect(isTimeZone('America/Toronto')).toBe(true);
    expect(isTimeZone('America/Trois-Rivieres')).toBe(false);
  });
});
