import { requireNotNegative, requirePositive, sumMinor } from './money.ts';

/** A payment behind the item being credited; all in cents. Lists of them run from oldest to newest. */
export interface FundingPayment {
  paymentId: number;
  /** Linked to the item now, directly or passed on by a credit memo spent on it. */
  allocatedMinor: number;
  /** Already recorded as funding of earlier memos of this same item. */
  alreadyFundedMinor: number;
  /**
   * Of the whole payment: amount - refunds done - holds - what still funds open memos
   * (`fundingCapacityMinor`).
   */
  capacityMinor: number;
}

export interface Funding {
  paymentId: number;
  amountMinor: number;
}

export interface CreditFundingPlan {
  /** The memo first pays the item's own unpaid part. */
  toItemMinor: number;
  openMinor: number;
  /** The open part that money stands behind; the rest can be spent but never refunded. */
  refundableMinor: number;
  nonRefundableMinor: number;
  /** Newest payment first: the retained part of the item counts as paid by the oldest money. */
  funding: Funding[];
}

/** What a payment can still fund: never more than was received and not given back (settled.md 3). */
export function fundingCapacityMinor(payment: {
  amountMinor: number;
  refundedMinor: number;
  heldMinor: number;
  fundingOpenMemosMinor: number;
}): number {
  return Math.max(
    0,
    payment.amountMinor - payment.refundedMinor - payment.heldMinor - payment.fundingOpenMemosMinor,
  );
}

/**
 * Splits a new memo of an item into what pays the item, what can be refunded and what cannot (settled.md 3,
 * 4). Non-refundable credit that paid the item needs no argument: only money funds, so it is what stays
 * behind.
 */
export function planCreditFunding(given: {
  memoTotalMinor: number;
  /** item total - allocations to it, from payments and memos. */
  itemOwedMinor: number;
  payments: readonly FundingPayment[];
}): CreditFundingPlan {
  const memoTotalMinor = requirePositive(given.memoTotalMinor);
  const toItemMinor = Math.min(memoTotalMinor, requireNotNegative(given.itemOwedMinor));
  const openMinor = memoTotalMinor - toItemMinor;
  const funding: Funding[] = [];
  let unfundedMinor = openMinor;
  for (const payment of [...given.payments].reverse()) {
    const unusedMinor = Math.max(0, payment.allocatedMinor - payment.alreadyFundedMinor);
    const amountMinor = Math.min(unfundedMinor, unusedMinor, requireNotNegative(payment.capacityMinor));
    if (amountMinor === 0) continue;
    funding.push({ paymentId: payment.paymentId, amountMinor });
    unfundedMinor -= amountMinor;
  }
  return {
    toItemMinor,
    openMinor,
    refundableMinor: openMinor - unfundedMinor,
    nonRefundableMinor: unfundedMinor,
    funding,
  };
}

/**
 * What a memo spent on another item hands on (settled.md 3, 4): its non-refundable part goes first, then its
 * funding, oldest payment first, so that the newest money stays with what is left of the memo. `funding` is
 * what is still the memo's own, oldest payment first.
 */
export function planFundingPassedOn(given: {
  spentMinor: number;
  openMinor: number;
  funding: readonly Funding[];
}): { nonRefundableMinor: number; passedOn: Funding[] } {
  const fundedMinor = sumMinor(given.funding.map((part) => requireNotNegative(part.amountMinor)));
  const spentMinor = requirePositive(given.spentMinor);
  if (spentMinor > given.openMinor || fundedMinor > given.openMinor) {
    throw new Error(`cannot spend ${spentMinor} of ${given.openMinor} open, ${fundedMinor} of it funded`);
  }
  const nonRefundableMinor = Math.min(spentMinor, given.openMinor - fundedMinor);
  const passedOn: Funding[] = [];
  let restMinor = spentMinor - nonRefundableMinor;
  for (const part of given.funding) {
    const amountMinor = Math.min(restMinor, part.amountMinor);
    if (amountMinor > 0) passedOn.push({ paymentId: part.paymentId, amountMinor });
    restMinor -= amountMinor;
  }
  return { nonRefundableMinor, passedOn };
}
