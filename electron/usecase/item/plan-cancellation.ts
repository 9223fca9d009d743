import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { CreditAsk } from '../../../shared/domain/credit-share.ts';
import { compareFractions, ZERO_FRACTION } from '../../../shared/domain/fraction.ts';
import { planMemoSpending } from '../../../shared/domain/memo-spending.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { Role } from '../../../shared/domain/staff-rights.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import type { PlannedFee } from './cancellation-fee.ts';
import { decideItem, type ItemDecision } from './decide-item.ts';
import {
  type CreditableItem,
  type PlannedCredit,
  planCredit,
  planFunding,
  readCreditable,
} from './item-credit.ts';
import { type PlannedWithdrawal, planWithdrawn, withdrawnAsks } from './withdrawn-discounts.ts';

type CancelInput = ParsedInput<'item.cancelPreview'>;
export type AskedItem = NonNullable<CancelInput['items']>[number];

/** One item that the clerk ticked. */
export interface PlannedItem extends PlannedCredit, ItemDecision {
  asked: AskedItem;
}

/** Everything a cancellation does, decided before anything is written; preview and command share it. */
export interface PlannedCancellation {
  items: PlannedItem[];
  /** The ticked items and, after them, charges of withdrawn discounts that their items take along. */
  credits: PlannedCredit[];
  withdrawn: PlannedWithdrawal[];
  fees: PlannedFee[];
  spending: ReturnType<typeof planMemoSpending>;
}

/**
 * Plans the cancellation of items of one invoice (domain.md B9, B12; settled.md 22, 25, 29): a memo each, which pays
 * the item's own unpaid part, then discounts that are no longer earned, then the fees; the rest stays open.
 * Refuses `item-unknown`, `item-other-invoice`, `item-changed`, `nothing-to-credit`, `credit-exceeds-item`,
 * `invalid-input`, and as `decideItem`.
 */
export async function planCancellation(
  db: ReadableLedger,
  input: CancelInput,
  around: { localDate: string; roles: readonly Role[] },
): Promise<PlannedCancellation> {
  const promised = new Map<number, number>();
  const items: PlannedItem[] = [];
  for (const asked of askedItems(input)) {
    const creditable = await readCreditable(db, asked.itemId);
    requireSameInvoice(items[0], creditable);
    requireUnchanged(asked, creditable);
    const decision = await decideItem(db, { asked, creditable, ...around });
    const funding = await planFunding(db, {
      item: creditable.item,
      totalMinor: decision.credit.totalMinor,
      isSpendOnly: decision.isSpendOnly,
      promised,
    });
    items.push({ ...creditable, asked, ...decision, funding });
  }
  const [first] = items;
  if (!first) throw new Error('nothing is cancelled');
  const withdrawn = await planWithdrawn(db, first.item.invoiceId, items);
  const credits: PlannedCredit[] = [...items];
  for (const item of items)
    for (const { itemId, ask } of await withdrawnAsks(db, item)) {
      const taken = await planAlong(db, itemId, ask, promised);
      if (taken) credits.push(taken);
    }
  const fees = items.flatMap(({ fee }) => fee ?? []);
  return { items, credits, withdrawn, fees, spending: planSpending(credits, withdrawn, fees, items) };
}

function askedItems({ items, ...one }: CancelInput): AskedItem[] {
  const { itemId, ...rest } = one;
  const issue = (path: string, problem: string) => refuse('invalid-input', { issues: [{ path, problem }] });
  if (items === undefined) return itemId === undefined ? issue('itemId', 'required') : [{ itemId, ...rest }];
  if (Object.values(one).some((value) => value !== undefined)) issue('items', 'choose-one-of-two');
  if (new Set(items.map((item) => item.itemId)).size < items.length) issue('items', 'twice');
  return items;
}

function requireSameInvoice(first: PlannedItem | undefined, { item }: CreditableItem): void {
  if (first && first.item.invoiceId !== item.invoiceId) refuse('item-other-invoice', { name: item.nameFr });
}

/** Of two clerks who cancel the same item at once, the second is told (what they saw is no longer so). */
function requireUnchanged({ expectedLeftMinor }: AskedItem, { item, leftMinor }: CreditableItem): void {
  if (expectedLeftMinor !== undefined && expectedLeftMinor !== leftMinor)
    refuse('item-changed', { name: item.nameFr, leftMinor });
}

async function planAlong(
  db: ReadableLedger,
  itemId: number,
  ask: CreditAsk,
  promised: Map<number, number>,
): Promise<PlannedCredit | null> {
  const creditable = await readCreditable(db, itemId);
  const isNothing = 'share' in ask && compareFractions(ask.share, ZERO_FRACTION) === 0;
  if (creditable.leftMinor === 0 || isNothing) return null;
  const { credit } = planCredit(creditable, ask, true);
  const { item } = creditable;
  const funding = await planFunding(db, {
    item,
    totalMinor: credit.totalMinor,
    isSpendOnly: false,
    promised,
  });
  return { ...creditable, credit, endsPlace: false, funding };
}

function planSpending(
  credits: readonly PlannedCredit[],
  withdrawn: readonly PlannedWithdrawal[],
  fees: readonly PlannedFee[],
  items: readonly PlannedItem[],
) {
  const memos = credits.map(({ funding }) => ({
    openMinor: funding.openMinor,
    funding: [...funding.funding].reverse(),
  }));
  return planMemoSpending(memos, [
    ...withdrawn.map(({ totalMinor }) => ({ totalMinor })),
    ...fees.map((fee) => ({
      totalMinor: fee.totalMinor,
      ownMemo: items.findIndex((item) => item.fee === fee),
    })),
  ]);
}
