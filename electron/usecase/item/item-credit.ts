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
import { ZERO_FRACTION } from '../../../shared/domain/fraction.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readItemCredited, readItemFunding } from '../../ledger/credit-store.ts';
import { type CreditedItemRow, readItem } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';

export interface PlannedCredit {
  item: CreditedItemRow;
  credit: ItemCredit;
  funding: CreditFundingPlan;
  /** What could be credited of the item before this credit, in cents. */
  leftMinor: number;
  /** Whether nothing is left of the item once this credit stands. */
  endsItem: boolean;
}

type CancelInput = ParsedInput<'item.cancelPreview'>;

/**
 * What a credit takes from an item and what becomes of it; writes nothing.
 * Refuses `item-unknown`, `nothing-to-credit`, `credit-exceeds-item`, `invalid-input`.
 */
export async function planCredit(db: ReadableLedger, input: CancelInput): Promise<PlannedCredit> {
  const item = await readItem(db, input.itemId);
  if (!item) refuse('item-unknown', { itemId: input.itemId });
  const before = await readItemCredited(db, item.itemId);
  const credited = { ...before, fraction: before.fraction ?? ZERO_FRACTION };
  const credit = planItemCredit({ original: item, credited, ask: askOf(input, item.quantity) });
  const leftMinor = leftToCredit(item, credited).totalMinor;
  const payments = (await readItemFunding(db, item.itemId)).map((payment) => ({
    ...payment,
    capacityMinor: fundingCapacityMinor(payment),
  }));
  const funding = planCreditFunding({
    memoTotalMinor: credit.totalMinor,
    itemOwedMinor: item.owedMinor,
    payments,
  });
  return { item, credit, funding, leftMinor, endsItem: credit.totalMinor === leftMinor };
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
