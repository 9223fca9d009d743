import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/local-time.ts';
import { movePeriod, PERIOD_KINDS, periodOf } from '../../shared/domain/report-period.ts';

const date = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('2000-01-01', days));

describe('the period of a kind', () => {
  test.each([
    ['today', '2026-03-02', 1, '2026-03-02', '2026-03-02'],
    ['yesterday', '2026-03-01', 1, '2026-02-28', '2026-02-28'],
    ['week', '2026-03-02', 1, '2026-03-01', '2026-03-07'],
    ['week', '2026-03-01', 1, '2026-03-01', '2026-03-07'],
    ['month', '2028-02-11', 1, '2028-02-01', '2028-02-29'],
    ['fiscal-year', '2026-03-02', 1, '2026-01-01', '2026-12-31'],
    ['fiscal-year', '2026-03-02', 4, '2025-04-01', '2026-03-31'],
    ['fiscal-year', '2026-04-01', 4, '2026-04-01', '2027-03-31'],
    ['fiscal-year', '2026-12-31', 12, '2026-12-01', '2027-11-30'],
  ] as const)('%s of %s, years from month %i: %s to %s', (kind, day, month, fromDate, toDate) => {
    expect(periodOf(kind, day, month)).toEqual({ fromDate, toDate });
  });
});

describe('the period before and after', () => {
  test.each([
    ['2026-03-02', '2026-03-02', '2026-03-01', '2026-03-01'],
    ['2026-03-01', '2026-03-07', '2026-02-22', '2026-02-28'],
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
    ['2026-01-15', '2026-02-14', '2025-12-15', '2026-01-14'],
  ])('%s to %s comes after %s to %s', (fromDate, toDate, beforeFrom, beforeTo) => {
    expect(movePeriod({ fromDate, toDate }, -1)).toEqual({ fromDate: beforeFrom, toDate: beforeTo });
  });

  test('leave no day out and none twice, and lead back', () => {
    fc.assert(
      fc.property(
        date,
        fc.constantFrom(...PERIOD_KINDS),
        fc.integer({ min: 1, max: 12 }),
        (day, kind, month) => {
          const period = periodOf(kind, day, month);
          const after = movePeriod(period, 1);
          expect(after.fromDate).toBe(addDays(period.toDate, 1));
          expect(movePeriod(after, -1)).toEqual(period);
        },
      ),
    );
  });
});
