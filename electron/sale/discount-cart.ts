import type { DiscountItem, DiscountSkip } from '../../shared/domain/discount-rule.ts';
import { applyDiscounts } from '../../shared/domain/discount-stack.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import {
  codeOf,
  type DiscountRuleRow,
  readDiscountPersons,
  readDiscountRules,
  ruleOf,
  usesLeft,
} from '../ledger/discount-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';

/** One discount of a line: names and codes are a snapshot of its rule, or of its custom item (domain.md B4). */
export interface LineDiscount {
  /** Null when it was given by hand, or for a price that is kept. */
  ruleId: number | null;
  nameFr: string;
  nameEn: string;
  code: string | null;
  ledgerCode: string;
  amountMinor: number;
  /** Of one given by hand. */
  rebate?: { customItemId: number | null; reason: string };
}

/** A line of a cart before its discounts. */
export interface DiscountableLine {
  /** Null for an amount by hand, which no rule reaches. */
  productId: number | null;
  productType: string;
  ledgerCode: string;
  location: string | null;
  startDate: string | null;
  personId: number | null;
  quantity: number;
  unitPriceMinor: number;
}

export interface LineDiscounts {
  discounts: LineDiscount[];
  skipped: (DiscountSkip & { ruleId: number; nameFr: string; nameEn: string })[];
}

/**
 * What the rules take off each line, in cents before tax, and why the others take nothing. `rules` are those of the
 * ledger unless given (a simulation of one that is not live yet).
 */
export async function discountCart(
  db: ReadableLedger,
  cart: {
    lines: readonly DiscountableLine[];
    codes: readonly string[];
    localDate: string;
    rules?: readonly DiscountRuleRow[];
  },
): Promise<LineDiscounts[]> {
  const rules = cart.rules ?? (await readDiscountRules(db, { includeInactive: false }));
  const catalogue = cart.lines.flatMap(({ productId, ...line }) =>
    productId === null ? [] : [{ ...line, productId }],
  );
  if (rules.length === 0 || catalogue.length === 0) return cart.lines.map(() => NO_DISCOUNT);
  const personIds = catalogue.flatMap((line) => line.personId ?? []);
  const persons =
    personIds.length === 0 ? new Map() : await readDiscountPersons(db, personIds, cart.localDate);
  const items: DiscountItem[] = catalogue.map((line) => ({
    ...line,
    person: persons.get(line.personId ?? 0) ?? null,
  }));
  const results = applyDiscounts(rules.map(ruleOf), items, { codes: cart.codes, localDate: cart.localDate });
  const byId = new Map(rules.map((rule) => [rule.ruleId, rule.definition]));
  const namesOf = (ruleId: number) => {
    const { nameFr = '', nameEn = '' } = byId.get(ruleId) ?? {};
    return { nameFr, nameEn };
  };
  const discounted = results.map(
    ({ parts, skipped }, index): LineDiscounts => ({
      skipped: skipped.map((skip) => ({ ...skip, ...namesOf(skip.ruleId) })),
      discounts: parts.flatMap(({ ruleId, amountMinor }) => {
        const rule = byId.get(ruleId);
        const ledgerCode = rule?.ledgerCode ?? catalogue[index]?.ledgerCode;
        if (!rule || ledgerCode === undefined) throw new Error('a discount without its rule');
        const { nameFr, nameEn = '' } = rule;
        return [{ ruleId, nameFr, nameEn, code: codeOf(rule), ledgerCode, amountMinor }];
      }),
    }),
  );
  return cart.lines.map(({ productId }) => (productId === null ? null : discounted.shift()) ?? NO_DISCOUNT);
}

const NO_DISCOUNT: LineDiscounts = { discounts: [], skipped: [] };

/**
 * A code the client gave must be one that could serve today. Refuses `discount-code-unknown`,
 * `discount-code-not-now` and `coupon-used-up`.
 */
export async function requireCodes(
  db: ReadableLedger,
  codes: readonly string[],
  localDate: string,
): Promise<void> {
  if (codes.length === 0) return;
  const rules = await readDiscountRules(db, { includeInactive: false });
  for (const code of codes) {
    const rule = rules.find((each) => codeOf(each.definition) === code);
    if (!rule) refuse('discount-code-unknown', { code });
    const { fromDate = null, toDate = null } = rule.definition;
    if (fromDate !== null && localDate < fromDate)
      refuse('discount-code-not-now', { code, when: 'early', date: fromDate });
    if (toDate !== null && localDate > toDate)
      refuse('discount-code-not-now', { code, when: 'late', date: toDate });
    if (usesLeft(rule) === 0) refuse('coupon-used-up', { code, usedCount: rule.usedCount });
  }
}
