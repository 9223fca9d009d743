import type { ParsedInput } from '../../../shared/contract/contract.ts';
import {
  type CreditFundingPlan,
  fundingCapacityMinor,
  planCreditFunding,
} from '../../../shared/domain/credit-funding.ts';
import {
  type CreditAsk,
  type ItemCredit,
  leftToCredit,
  planItemCredit,
} from '../../../shared/domain/credit-share.ts';
import { WHOLE_FRACTION, ZERO_FRACTION } from '../../../shared/domain/fraction.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readItemCredited, readItemFunding } from '../../ledger/credit-store.ts';
import { type CreditedItemRow, readItem, readRegistrationsOfItem } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';

export interface PlannedCredit {
  item: CreditedItemRow;
  credit: ItemCredit;
  funding: CreditFundingPlan;
  /** What could be credited of the item before this credit, in cents. */
  leftMinor: number;
  /** Whether nothing is left of the item once this credit stands. */
  endsItem: boolean;
  /** Active registrations that the item made. */
  activeRegistrationIds: number[];
}

type CancelInput = ParsedInput<'item.cancelPreview'>;

const NO_CREDIT = { netMinor: 0, gstMinor: 0, qstMinor: 0, totalMinor: 0, fraction: WHOLE_FRACTION };
const NO_FUNDING = { toItemMinor: 0, openMinor: 0, refundableMinor: 0, nonRefundableMinor: 0, funding: [] };

/**
 * What a credit takes from an item and what becomes of it; writes nothing. An item that is free, or credited whole
 * while its registration was kept, has nothing to credit but its registration can still end: a credit of 0.00.
 * Refuses `item-unknown`, `nothing-to-credit`, `credit-exceeds-item`, `invalid-input`.
 */
export async function planCredit(db: ReadableLedger, input: CancelInput): Promise<PlannedCredit> {
  const item = await readItem(db, input.itemId);
  if (!item) refuse('item-unknown', { itemId: input.itemId });
  const before = await readItemCredited(db, item.itemId);
  const credited = { ...before, fraction: before.fraction ?? ZERO_FRACTION };
  const ask = askOf(input, item.quantity);
  const activeRegistrationIds = (await readRegistrationsOfItem(db, item.itemId))
    .filter((registration) => registration.state === 'active')
    .map((registration) => registration.registrationId);
  const leftMinor = leftToCredit(item, credited).totalMinor;
  if (leftMinor === 0 && 'whole' in ask && activeRegistrationIds.length > 0)
    return { item, credit: NO_CREDIT, funding: NO_FUNDING, leftMinor, endsItem: true, activeRegistrationIds };
  const credit = planItemCredit({ original: item, credited, ask });
  const payments = (await readItemFunding(db, item.itemId)).map((payment) => ({
    ...payment,
    capacityMinor: fundingCapacityMinor(payment),
  }));
  const funding = planCreditFunding({
    memoTotalMinor: credit.totalMinor,
    itemOwedMinor: item.owedMinor,
    payments,
  });
  return {
    item,
    credit,
    funding,
    leftMinor,
    endsItem: credit.totalMinor === leftMinor,
    activeRegistrationIds,
  };
}

function askOf(input: CancelInput, ofQuantity: number): CreditAsk {
  const { creditBasisPoints, creditMinor, quantity } = input;
  const asks: CreditAsk[] = [];
  if (creditBasisPoints !== undefined) asks.push({ percentBasisPoints: creditBasisPoints });
  if (creditMinor !== undefined) asks.push({ amountMinor: creditMinor });
  if (quantity !== undefined) asks.push({ units: quantity, ofQuantity });
  if (asks.length > 1) refuse('invalid-input', { issues: [{ path: '', problem: 'choose-one-of-three' }] });
  return asks[0] ?? { whole: true };
}

/** The parts of a credit as the contract shows them. */
export function creditParts({ credit, funding }: PlannedCredit) {
  return {
    netMinor: credit.netMinor,
    gstMinor: credit.gstMinor,
    qstMinor: credit.qstMinor,
    totalMinor: credit.totalMinor,
    toItemMinor: funding.toItemMinor,
    openMinor: funding.openMinor,
    refundableMinor: funding.refundableMinor,
  };
}
