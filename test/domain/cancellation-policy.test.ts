import { expect, test } from 'vitest';
import {
  estimateSessions,
  type PolicyTerms,
  periodOf,
  proposeByPolicy,
  QUEBEC_COURSE_TERMS,
} from '../../shared/domain/cancellation-policy.ts';
import { ZERO_FRACTION } from '../../shared/domain/fraction.ts';
import { taxItem } from '../../shared/domain/tax.ts';

const startDate = '2026-03-02';
const before = { netMinor: 0, gstMinor: 0, qstMinor: 0, fraction: ZERO_FRACTION };
const course = taxItem({ netMinor: 25_000, taxClass: 'taxable', localDate: startDate });

function propose(terms: PolicyTerms, localDate: string, given: number, more: object = {}) {
  const sessions = { total: 10, given };
  const asked = { terms, startDate, localDate, sessions, original: course, credited: before, ...more };
  const { credit, fee, taken, isFeeLimited, periodIndex } = proposeByPolicy(asked);
  return { credit: credit?.totalMinor ?? 0, fee, taken, isFeeLimited, periodIndex };
}

test('domain.md B12, scenario 13: 10 courses of 250.00, 2 given: 229.95 back, 20.00 kept with its taxes inside', () => {
  expect(propose(QUEBEC_COURSE_TERMS, '2026-03-16', 2)).toEqual({
    credit: 22_995,
    fee: { netMinor: 1_739, gstMinor: 87, qstMinor: 174, totalMinor: 2_000 },
    taken: 'percent',
    isFeeLimited: false,
    periodIndex: 1,
  });
});

test('before the start nothing is kept: 287.44 back', () => {
  expect(propose(QUEBEC_COURSE_TERMS, '2026-03-01', 0)).toMatchObject({
    credit: 28_744,
    fee: null,
    periodIndex: 0,
  });
});

test('the lesser of 50.00 and 10 %: 50.00 of a dearer course', () => {
  const original = taxItem({ netMinor: 80_000, taxClass: 'taxable', localDate: startDate });
  const proposed = propose(QUEBEC_COURSE_TERMS, '2026-03-16', 2, { original });
  expect(proposed).toMatchObject({ credit: 73_584, taken: 'flat', fee: { totalMinor: 5_000 } });
});

test('all sessions given, or nothing left to credit: nothing comes back and nothing is kept', () => {
  expect(propose(QUEBEC_COURSE_TERMS, '2026-06-01', 10)).toMatchObject({ credit: 0, fee: null, taken: null });
  const credited = { ...course, fraction: { numerator: '1', denominator: '1' } };
  expect(propose(QUEBEC_COURSE_TERMS, '2026-03-16', 2, { credited })).toMatchObject({ credit: 0, fee: null });
});

const TERMS: PolicyTerms = {
  taxMode: 'added',
  periods: [
    { fromDays: null, creditBasisPoints: 10_000, isProrated: false, fee: null },
    {
      fromDays: -7,
      creditBasisPoints: 5_000,
      isProrated: false,
      fee: { flatMinor: 1_000, basisPoints: 1_000, take: 'greater' },
    },
    {
      fromDays: 0,
      creditBasisPoints: 100,
      isProrated: false,
      fee: { flatMinor: 4_000, basisPoints: null, take: 'lesser' },
    },
  ],
};

test.each([
  ['2026-02-22', 0],
  ['2026-02-23', 1],
  ['2026-03-01', 1],
  ['2026-03-02', 2],
  ['2027-03-02', 2],
])('on %s the period is number %i, counted in days from the start', (localDate, index) => {
  expect(propose(TERMS, localDate, 0).periodIndex).toBe(index);
});

test('without a start the first period holds', () => {
  expect(periodOf(TERMS, null)).toBe(0);
  expect(propose(TERMS, '2026-05-01', 0, { startDate: null }).credit).toBe(28_744);
});

test('the greater of the two sides; a fee stops at the credit', () => {
  expect(propose(TERMS, '2026-02-25', 0)).toMatchObject({
    credit: 14_372,
    taken: 'percent',
    fee: { netMinor: 1_250 },
  });
  // 1 % of 287.44 is 2.50 + 0.13 + 0.25: a fee of 40.00 and its taxes cannot be kept of it
  const limited = propose(TERMS, '2026-03-10', 0);
  expect(limited).toMatchObject({ credit: 288, taken: 'flat', isFeeLimited: true, fee: { totalMinor: 288 } });
});

test.each<[string, number | null, string | null, string, number | null]>([
  ['before the start', 10, '2026-05-04', '2026-03-01', 0],
  ['on the first day, not given yet', 10, '2026-05-04', '2026-03-02', 0],
  ['the day after the first', 10, '2026-05-04', '2026-03-03', 1],
  ['on the day of the third', 10, '2026-05-04', '2026-03-16', 2],
  ['after the end', 10, '2026-05-04', '2026-05-05', 10],
  ['one session', 1, '2026-03-02', '2026-03-03', 1],
  ['no number of sessions in the catalogue', null, '2026-05-04', '2026-03-16', null],
  ['begun, and no end in the catalogue', 10, null, '2026-03-16', null],
])('sessions given: %s', (_name, occurrences, endDate, localDate, given) => {
  const estimate = estimateSessions({ occurrences, startDate, endDate, localDate });
  expect(estimate?.given ?? null).toBe(given);
});
