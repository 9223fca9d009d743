import { type FeeTaxMode, largestFeeMinor, taxFee } from './cancellation-fee.ts';
import { type CreditedSoFar, type ItemCredit, leftToCredit, planItemCredit } from './credit-share.ts';
import { type Fraction, fractionOf, multiplyFractions } from './fraction.ts';
import { daysBetween } from './local-time.ts';
import { shareMinor } from './rate.ts';
import type { TaxedAmount } from './tax.ts';

/** What is kept: cents, or hundredths of a percent of the price before tax of the part credited, or one of the two. */
export interface PolicyFee {
  flatMinor: number | null;
  basisPoints: number | null;
  /** When both are given. */
  take: 'lesser' | 'greater';
}

/** What holds from a day counted from the start (negative before it) until the next period begins. */
export interface PolicyPeriod {
  /** Null: from the sale on. */
  fromDays: number | null;
  creditBasisPoints: number;
  /** Only the sessions not given are credited. */
  isProrated: boolean;
  fee: PolicyFee | null;
}

export interface PolicyTerms {
  /** In order; the first one begins at the sale. */
  periods: readonly PolicyPeriod[];
  taxMode: FeeTaxMode;
}

export interface Sessions {
  total: number;
  given: number;
}

export interface PolicyProposal {
  periodIndex: number;
  /** From the start to the day, negative before it; null when the item has no start. */
  daysFromStart: number | null;
  sessions: Sessions | null;
  /** Null when nothing is given back. */
  credit: ItemCredit | null;
  /** Null when nothing is kept. */
  fee: TaxedAmount | null;
  /** What each side of the fee comes to, as typed amounts, and which one was taken. */
  flatMinor: number | null;
  percentMinor: number | null;
  taken: 'flat' | 'percent' | null;
  /** The credit is smaller: the fee stops there. */
  isFeeLimited: boolean;
}

/** The period of a day; an item without a start stays in the first one. */
export function periodOf(terms: PolicyTerms, daysFromStart: number | null): number {
  if (daysFromStart === null) return 0;
  const index = terms.periods.findLastIndex(({ fromDays }) => fromDays === null || fromDays <= daysFromStart);
  return Math.max(0, index);
}

/**
 * Sessions given before a day, spread evenly from start to end: a proposal that the clerk corrects. Null when the
 * catalogue does not say enough.
 */
export function estimateSessions(item: {
  occurrences: number | null;
  startDate: string | null;
  endDate: string | null;
  localDate: string;
}): Sessions | null {
  const { occurrences: total, startDate, endDate, localDate } = item;
  if (total === null) return null;
  if (startDate === null || localDate <= startDate) return { total, given: 0 };
  if (endDate === null) return null;
  if (localDate > endDate) return { total, given: total };
  const spanDays = daysBetween(startDate, endDate);
  const elapsedDays = daysBetween(startDate, localDate);
  let given = 0;
  // session i stands i/(total-1) of the way; one that falls on the day itself is not given yet
  while (given < total && given * spanDays < elapsedDays * Math.max(1, total - 1)) given += 1;
  return { total, given };
}

/**
 * What a policy proposes on a day (domain.md B12): the share of the ORIGINAL price that comes back, at most what is
 * left, and the fee kept of it, which never passes the credit. A percentage fee counts on the price before tax of
 * the part credited (settled.md 29).
 */
export function proposeByPolicy(given: {
  terms: PolicyTerms;
  startDate: string | null;
  localDate: string;
  sessions: Sessions | null;
  original: TaxedAmount;
  credited: CreditedSoFar;
}): PolicyProposal {
  const { terms, startDate, localDate, original, credited } = given;
  const daysFromStart = startDate === null ? null : daysBetween(startDate, localDate);
  const periodIndex = periodOf(terms, daysFromStart);
  const period = terms.periods[periodIndex];
  if (!period) throw new Error('a policy without a period');
  const sessions = period.isProrated ? given.sessions : null;
  const share = creditShare(period, sessions);
  const nothing = leftToCredit(original, credited).totalMinor === 0 || share.numerator === '0';
  const credit = nothing ? null : planItemCredit({ original, credited, ask: { share } });
  const base = { periodIndex, daysFromStart, sessions, credit };
  if (credit === null || period.fee === null)
    return { ...base, fee: null, flatMinor: null, percentMinor: null, taken: null, isFeeLimited: false };
  return { ...base, ...proposeFee(period.fee, terms.taxMode, credit, localDate) };
}

function creditShare(period: PolicyPeriod, sessions: Sessions | null): Fraction {
  const share = fractionOf(period.creditBasisPoints, 10_000);
  if (sessions === null) return share;
  return multiplyFractions(share, fractionOf(sessions.total - sessions.given, sessions.total));
}

function proposeFee(fee: PolicyFee, taxMode: FeeTaxMode, credit: TaxedAmount, localDate: string) {
  const { flatMinor } = fee;
  const percentMinor = fee.basisPoints === null ? null : shareMinor(credit.netMinor, fee.basisPoints, 10_000);
  const taken = takenOf(flatMinor, percentMinor, fee.take);
  const wantedMinor = (taken === 'flat' ? flatMinor : percentMinor) ?? 0;
  const mostMinor = largestFeeMinor({ totalMinor: credit.totalMinor, taxMode, localDate });
  const planned = taxFee({ amountMinor: Math.min(wantedMinor, mostMinor), taxMode, localDate });
  return {
    fee: planned.totalMinor === 0 ? null : planned,
    flatMinor,
    percentMinor,
    taken,
    isFeeLimited: wantedMinor > mostMinor,
  };
}

function takenOf(
  flatMinor: number | null,
  percentMinor: number | null,
  take: PolicyFee['take'],
): PolicyProposal['taken'] {
  if (percentMinor === null) return flatMinor === null ? null : 'flat';
  if (flatMinor === null) return 'percent';
  const isFlatSmaller = flatMinor <= percentMinor;
  return isFlatSmaller === (take === 'lesser') ? 'flat' : 'percent';
}

/**
 * The Quebec rule for courses sold by a merchant (domain.md §0.5, B12; settled.md 29): nothing kept before the start;
 * after it the sessions given, and the lesser of 50.00 or 10 % of the part not given, taxes inside. A template only.
 */
export const QUEBEC_COURSE_TERMS: PolicyTerms = {
  taxMode: 'included',
  periods: [
    { fromDays: null, creditBasisPoints: 10_000, isProrated: false, fee: null },
    {
      fromDays: 0,
      creditBasisPoints: 10_000,
      isProrated: true,
      fee: { flatMinor: 5_000, basisPoints: 1_000, take: 'lesser' },
    },
  ],
};
