import { addDays, daysBetween } from './local-time.ts';

/** A period of local dates, both included. */
export interface Period {
  readonly fromDate: string;
  readonly toDate: string;
}

export const PERIOD_KINDS = ['today', 'yesterday', 'week', 'month', 'fiscal-year', 'custom'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

const SUNDAY = '2023-01-01';
const DAYS_IN_WEEK = 7;
const MONTHS_IN_YEAR = 12;

/** The first day of a month that is so many months away. */
function monthStart(localDate: string, monthsLater = 0): string {
  const months =
    Number(localDate.slice(0, 4)) * MONTHS_IN_YEAR + Number(localDate.slice(5, 7)) - 1 + monthsLater;
  const year = String(Math.floor(months / MONTHS_IN_YEAR)).padStart(4, '0');
  return `${year}-${String((months % MONTHS_IN_YEAR) + 1).padStart(2, '0')}-01`;
}

/** So many whole months from the one of a date. */
const months = (localDate: string, monthsLater: number, count: number): Period => ({
  fromDate: monthStart(localDate, monthsLater),
  toDate: addDays(monthStart(localDate, monthsLater + count), -1),
});

const days = (fromDate: string, count: number): Period => ({
  fromDate,
  toDate: addDays(fromDate, count - 1),
});

/**
 * The period of a kind that holds a date: weeks begin on Sunday as calendars here do, a fiscal year on the first of
 * its month (1 to 12). A custom period is the day itself until dates are chosen.
 */
export function periodOf(kind: PeriodKind, localDate: string, fiscalMonth = 1): Period {
  switch (kind) {
    case 'yesterday':
      return days(addDays(localDate, -1), 1);
    case 'week': {
      const sinceSunday = ((daysBetween(SUNDAY, localDate) % DAYS_IN_WEEK) + DAYS_IN_WEEK) % DAYS_IN_WEEK;
      return days(addDays(localDate, -sinceSunday), DAYS_IN_WEEK);
    }
    case 'month':
      return months(localDate, 0, 1);
    case 'fiscal-year': {
      const sinceStart = (Number(localDate.slice(5, 7)) - fiscalMonth + MONTHS_IN_YEAR) % MONTHS_IN_YEAR;
      return months(localDate, -sinceStart, MONTHS_IN_YEAR);
    }
    default:
      return days(localDate, 1);
  }
}

/**
 * The period of the same length before (-1) or after (1): whole months move by months, any other by its days, so that
 * nothing lies between the two and nothing is in both.
 */
export function movePeriod({ fromDate, toDate }: Period, direction: -1 | 1): Period {
  const count = wholeMonths({ fromDate, toDate });
  if (count > 0) return months(fromDate, direction * count, count);
  const length = daysBetween(fromDate, toDate) + 1;
  return days(addDays(fromDate, direction * length), length);
}

/** How many whole months a period is; 0 when it is not made of whole months. */
function wholeMonths({ fromDate, toDate }: Period): number {
  const after = addDays(toDate, 1);
  if (!fromDate.endsWith('-01') || !after.endsWith('-01')) return 0;
  const ordinal = (date: string) => Number(date.slice(0, 4)) * MONTHS_IN_YEAR + Number(date.slice(5, 7));
  return ordinal(after) - ordinal(fromDate);
}
