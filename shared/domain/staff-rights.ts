import { requireNotNegative, requirePositive } from './money.ts';
import { shareMinor } from './rate.ts';

export type Role = 'clerk' | 'supervisor' | 'administrator';

/**
 * Whether someone holding these roles may do what one role may do. Everyone may do a clerk's work; an
 * administrator has no supervisor's money rights unless also a supervisor (settled.md 49).
 */
export function hasRole(roles: readonly Role[], needed: Role): boolean {
  return needed === 'clerk' ? roles.length > 0 : roles.includes(needed);
}

/** A clerk's limits, in cents; a supervisor has none. Settings may change them. */
export interface ClerkLimits {
  refundMinor: number;
  refundDayMinor: number;
  refundClientMonthMinor: number;
  rebateItemBasisPoints: number;
  rebateItemMinor: number;
}

/** Defaults of settled.md 49. */
export const DEFAULT_CLERK_LIMITS: ClerkLimits = {
  refundMinor: 5_000,
  refundDayMinor: 20_000,
  refundClientMonthMinor: 30_000,
  rebateItemBasisPoints: 1_000,
  rebateItemMinor: 2_000,
};

/** Above these a difference at the count needs a reason, then a supervisor (settled.md 37). In cents. */
export const DIFFERENCE_REASON_ABOVE_MINOR = 100;
export const DIFFERENCE_SUPERVISOR_ABOVE_MINOR = 500;

export interface RefundLimitHit {
  per: 'refund' | 'day' | 'client-month';
  limitMinor: number;
  /** What would pass now without an approval. */
  availableMinor: number;
}

/**
 * The limit a refund runs into, or null when it may go without approval (settled.md 49). The sums count
 * refunds done and held, by this clerk today and to this client this month, without the one asked.
 */
export function refundLimit(asked: {
  roles: readonly Role[];
  amountMinor: number;
  clerkDayMinor: number;
  clientMonthMinor: number;
  limits?: Pick<ClerkLimits, 'refundMinor' | 'refundDayMinor' | 'refundClientMonthMinor'>;
}): RefundLimitHit | null {
  if (hasRole(asked.roles, 'supervisor')) return null;
  const limits = asked.limits ?? DEFAULT_CLERK_LIMITS;
  const left: { per: RefundLimitHit['per']; limitMinor: number; leftMinor: number }[] = [
    { per: 'refund', limitMinor: limits.refundMinor, leftMinor: limits.refundMinor },
    {
      per: 'day',
      limitMinor: limits.refundDayMinor,
      leftMinor: limits.refundDayMinor - requireNotNegative(asked.clerkDayMinor),
    },
    {
      per: 'client-month',
      limitMinor: limits.refundClientMonthMinor,
      leftMinor: limits.refundClientMonthMinor - requireNotNegative(asked.clientMonthMinor),
    },
  ];
  const tightest = left.reduce((least, limit) => (limit.leftMinor < least.leftMinor ? limit : least));
  if (requirePositive(asked.amountMinor) <= tightest.leftMinor) return null;
  return {
    per: tightest.per,
    limitMinor: tightest.limitMinor,
    availableMinor: Math.max(0, tightest.leftMinor),
  };
}

/**
 * The largest rebate before tax on one item's net, in cents, or null without limit: min(10 %, 20.00)
 * (settled.md 49).
 */
export function rebateLimitMinor(asked: {
  roles: readonly Role[];
  itemNetMinor: number;
  limits?: ClerkLimits;
}): number | null {
  if (hasRole(asked.roles, 'supervisor')) return null;
  const limits = asked.limits ?? DEFAULT_CLERK_LIMITS;
  const shareOfItemMinor = shareMinor(
    requireNotNegative(asked.itemNetMinor),
    limits.rebateItemBasisPoints,
    10_000,
  );
  return Math.min(shareOfItemMinor, limits.rebateItemMinor);
}

const FREE_FAILURES = 4;
const FIRST_LOCKOUT_MS = 30_000;
const LONGEST_LOCKOUT_MS = 12 * 3_600_000;

/**
 * How long sign-in stays shut after this many failures in a row: 30 s at the 5th, doubling, 12 h at most
 * (reliability.md §4: at most 20 tries a day).
 */
export function lockoutMs(failures: number): number {
  if (failures <= FREE_FAILURES) return 0;
  return Math.min(FIRST_LOCKOUT_MS * 2 ** (failures - FREE_FAILURES - 1), LONGEST_LOCKOUT_MS);
}
