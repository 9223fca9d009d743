import type { CreditAsk } from '../../../shared/domain/credit-share.ts';
import {
  dependsOnOthers,
  planWithdrawals,
  type StandingItem,
  type Withdrawal,
} from '../../../shared/domain/discount-withdrawal.ts';
import {
  compareFractions,
  shareOfRest,
  subtractFractions,
  WHOLE_FRACTION,
  ZERO_FRACTION,
} from '../../../shared/domain/fraction.ts';
import { readItemCredited } from '../../ledger/credit-store.ts';
import { readDiscountPersons } from '../../ledger/discount-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import {
  type InvoiceDiscountRow,
  readDiscountedLines,
  readRuleDiscounts,
  readRulesAsOf,
  readSaleOccasion,
  readWithdrawnOf,
} from '../../ledger/withdrawal-store.ts';
import { registersPerson } from '../../sale/price-lines.ts';
import type { PlannedCredit } from './item-credit.ts';

export interface PlannedWithdrawal extends Withdrawal {
  discount: InvoiceDiscountRow;
  /** The discounted item. */
  item: StandingItem;
}

/**
 * The multi-person and combo discounts of the invoice that are no longer earned once these credits stand, judged on
 * who is registered after the command (settled.md 25).
 */
export async function planWithdrawn(
  db: ReadableLedger,
  invoiceId: number,
  credits: readonly PlannedCredit[],
): Promise<PlannedWithdrawal[]> {
  const discounts = await readRuleDiscounts(db, invoiceId);
  const ruleIds = [...new Set(discounts.map(({ ruleId }) => ruleId))];
  const rules = (await readRulesAsOf(db, { ruleIds, invoiceId })).filter(dependsOnOthers);
  if (rules.length === 0) return [];
  const occasion = await readSaleOccasion(db, invoiceId);
  const items = await standingItems(db, { invoiceId, localDate: occasion.localDate, credits });
  const standing = discounts.map((row) => ({ ...row, wasWithdrawn: row.wasWithdrawn === 1 }));
  return planWithdrawals({ items, discounts: standing, rules, occasion }).map((withdrawal) => {
    const discount = discounts.find(({ discountLineId }) => discountLineId === withdrawal.discountLineId);
    const item = items.find(({ itemId }) => itemId === withdrawal.itemId);
    if (!discount || !item) throw new Error('a discount withdrawn from nothing');
    return { ...withdrawal, discount, item };
  });
}

async function standingItems(
  db: ReadableLedger,
  asked: { invoiceId: number; localDate: string; credits: readonly PlannedCredit[] },
): Promise<StandingItem[]> {
  const lines = await readDiscountedLines(db, asked.invoiceId);
  const personIds = lines.flatMap(({ personId }) => personId ?? []);
  const persons = await readDiscountPersons(db, personIds, asked.localDate);
  const items: StandingItem[] = [];
  for (const { activeCount, personId, ...line } of lines) {
    const planned = asked.credits.find(({ item }) => item.itemId === line.itemId);
    const before = await readItemCredited(db, line.itemId);
    const creditedFraction = planned?.credit.fraction ?? before.fraction ?? ZERO_FRACTION;
    const isPlace = personId !== null && registersPerson(line.productType);
    items.push({
      ...line,
      person: persons.get(personId ?? 0) ?? null,
      creditedFraction,
      isActive: isPlace
        ? activeCount > 0 && planned?.endsPlace !== true
        : compareFractions(creditedFraction, WHOLE_FRACTION) < 0,
    });
  }
  return items;
}

/**
 * A discount withdrawn before made its item dearer: crediting the item credits that charge by the same share of what
 * is left of both.
 */
export async function withdrawnAsks(
  db: ReadableLedger,
  { item, credited, credit }: PlannedCredit,
): Promise<{ itemId: number; ask: CreditAsk }[]> {
  if (credit.totalMinor === 0) return [];
  return (await readWithdrawnOf(db, item.itemId)).map(({ itemId, creditedBy }) => {
    if (compareFractions(credit.fraction, WHOLE_FRACTION) === 0) return { itemId, ask: { whole: true } };
    const before = shareOfRest(creditedBy, credited.fraction);
    const after = shareOfRest(creditedBy, credit.fraction);
    return { itemId, ask: { share: subtractFractions(after, before) } };
  });
}
