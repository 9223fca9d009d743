import { refuse } from '../../../shared/domain/refusal.ts';
import { hasTaxRates } from '../../../shared/domain/tax.ts';
import { type DiscountRuleRow, readDiscountRules } from '../../ledger/discount-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { requireAccount } from '../../sale/account.ts';
import { discountCart, requireCodes } from '../../sale/discount-cart.ts';
import { cartTotal, taxLine } from '../../sale/price-cart.ts';
import { priceLines } from '../../sale/price-lines.ts';
import type { QueryHandler } from '../context.ts';
import { requireDiscountRule } from './require-discount-rule.ts';

type Draft = NonNullable<Parameters<QueryHandler<'discountRule.simulate'>>[1]['draft']>;

/** A rule that is not saved yet has no id. */
const DRAFT_ID = 0;

/** Prices a cart by the functions the sale itself uses; somebody may still be missing on a line. */
export const simulateDiscounts: QueryHandler<'discountRule.simulate'> = async (context, input) => {
  const { db } = context;
  const account = await requireAccount(db, input.clientId);
  const localDate = input.localDate ?? context.localDate;
  if (!hasTaxRates(localDate))
    refuse('invalid-input', { issues: [{ path: 'localDate', problem: 'not-a-date' }] });
  const priced = await priceLines(db, { account, items: input.items, localDate });
  await requireCodes(db, input.codes ?? [], localDate);
  const rules = await rulesWith(db, input.draft);
  const discounted = await discountCart(db, { lines: priced, codes: input.codes ?? [], localDate, rules });
  const lines = priced.map((line, index) => taxLine(line, discounted[index]?.discounts ?? [], localDate));
  return {
    lines: lines.map((line, index) => ({
      nameFr: line.nameFr,
      nameEn: line.nameEn,
      personId: line.personId,
      quantity: line.quantity,
      grossMinor: line.grossMinor,
      netMinor: line.netMinor,
      gstMinor: line.gstMinor,
      qstMinor: line.qstMinor,
      totalMinor: line.totalMinor,
      discounts: line.discounts.flatMap(({ ruleId, nameFr, nameEn, amountMinor }) =>
        ruleId === null ? [] : [{ ruleId, nameFr, nameEn, amountMinor }],
      ),
      skipped: discounted[index]?.skipped ?? [],
    })),
    ...cartTotal(lines),
  };
};

async function rulesWith(db: ReadableLedger, draft: Draft | undefined): Promise<DiscountRuleRow[]> {
  const rules = await readDiscountRules(db, { includeInactive: false });
  if (draft === undefined) return rules;
  const { ruleId = DRAFT_ID, ...definition } = draft;
  await requireDiscountRule(db, definition, draft.ruleId);
  const usedCount = rules.find((rule) => rule.ruleId === ruleId)?.usedCount ?? 0;
  const tried = { ruleId, definition, usedCount, active: true };
  return [...rules.filter((rule) => rule.ruleId !== ruleId), tried];
}
