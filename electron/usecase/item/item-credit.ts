import {
  type CreditFundingPlan,
  fundingCapacityMinor,
  planCreditFunding,
} from '../../../shared/domain/credit-funding.ts';
import {
  type CreditAsk,
  type CreditedSoFar,
  type ItemCredit,
  leftToCredit,
  planItemCredit,
} from '../../../shared/domain/credit-share.ts';
import { ZERO_FRACTION } from '../../../shared/domain/fraction.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readItemCredited, readItemFunding } from '../../ledger/credit-store.ts';
import { type CreditedItemRow, readItem, readRegistrationsOfItem } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';

/** An item before it is credited. */
export interface CreditableItem {
  item: CreditedItemRow;
  credited: CreditedSoFar;
  /** What could still be credited, in cents. */
  leftMinor: number;
  /** Active registrations that the item made. */
  activeRegistrationIds: number[];
}

export interface PlannedCredit extends CreditableItem {
  credit: ItemCredit;
  funding: CreditFundingPlan;
  /** The place ends with it. */
  endsPlace: boolean;
}

const NO_FUNDING = { toItemMinor: 0, openMinor: 0, refundableMinor: 0, nonRefundableMinor: 0, funding: [] };

/** Refuses `item-unknown`. */
export async function readCreditable(db: ReadableLedger, itemId: number): Promise<CreditableItem> {
  const item = await readItem(db, itemId);
  if (!item) refuse('item-unknown', { itemId });
  const before = await readItemCredited(db, itemId);
  const credited = { ...before, fraction: before.fraction ?? ZERO_FRACTION };
  const activeRegistrationIds = (await readRegistrationsOfItem(db, itemId))
    .filter((registration) => registration.state === 'active')
    .map((registration) => registration.registrationId);
  return { item, credited, leftMinor: leftToCredit(item, credited).totalMinor, activeRegistrationIds };
}

/**
 * What a credit takes from an item; `proposed` stands in for the asking. An item that is free, credited whole while
 * the person kept the place, or of which nothing comes back, has nothing to credit but its place can still end.
 * Refuses `nothing-to-credit`, `credit-exceeds-item`.
 */
export function planCredit(
  creditable: CreditableItem,
  ask: CreditAsk | null,
  keepsPlace: boolean,
  proposed: ItemCredit | null = null,
): { credit: ItemCredit; endsPlace: boolean } {
  const { item, credited, leftMinor, activeRegistrationIds } = creditable;
  const endsPlace = !keepsPlace && activeRegistrationIds.length > 0;
  if (proposed) return { credit: proposed, endsPlace };
  if (endsPlace && (ask === null || (leftMinor === 0 && 'whole' in ask)))
    return { credit: creditOfNothing(credited), endsPlace };
  if (ask === null) refuse('nothing-to-credit', { leftMinor: 0 });
  return { credit: planItemCredit({ original: item, credited, ask }), endsPlace };
}

const creditOfNothing = ({ fraction }: CreditedSoFar): ItemCredit => ({
  netMinor: 0,
  gstMinor: 0,
  qstMinor: 0,
  totalMinor: 0,
  fraction,
});

/**
 * What becomes of a credit (settled.md 3, 4). `promised` is what earlier memos of the same command already take from
 * each payment; it grows by this one's. `isSpendOnly`: the money stays on the account, whoever paid (a policy's choice).
 */
export async function planFunding(
  db: ReadableLedger,
  given: { item: CreditedItemRow; totalMinor: number; isSpendOnly: boolean; promised: Map<number, number> },
): Promise<CreditFundingPlan> {
  const { item, totalMinor, promised } = given;
  if (totalMinor === 0) return NO_FUNDING;
  const payments = (await readItemFunding(db, item.itemId)).map((payment) => ({
    ...payment,
    capacityMinor: Math.max(0, fundingCapacityMinor(payment) - (promised.get(payment.paymentId) ?? 0)),
  }));
  const plan = planCreditFunding({
    memoTotalMinor: totalMinor,
    itemOwedMinor: item.owedMinor,
    payments: given.isSpendOnly ? [] : payments,
  });
  for (const { paymentId, amountMinor } of plan.funding)
    promised.set(paymentId, (promised.get(paymentId) ?? 0) + amountMinor);
  return plan;
}
