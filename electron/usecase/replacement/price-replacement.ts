import { refuse } from '../../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import type { Account } from '../../sale/account.ts';
import type { LineDiscount } from '../../sale/discount-cart.ts';
import { type CartLine, priceCart, requireComplete, taxLine } from '../../sale/price-cart.ts';
import { requirePlaces } from '../../sale/restrictions.ts';
import type { PlannedCredit } from '../item/item-credit.ts';
import type { ReplacementAsk } from './plan-replacement.ts';

/**
 * The new item at today's price and discounts, or at what is left of the old price: then what it costs more is taken
 * off as a line of its own, so that the catalogue's price stays visible. Refuses as `priceCart`, and `old-price-higher`.
 */
export async function priceReplacement(
  db: ReadableLedger,
  given: {
    asked: ReplacementAsk;
    account: Account;
    old: PlannedCredit;
    /** Of the old item. */
    personId: number | null;
    reason: string;
    today: string;
  },
): Promise<CartLine> {
  const { asked, account, old, today } = given;
  const personId = asked.personId ?? given.personId ?? undefined;
  const cart = await priceCart(db, {
    account,
    items: [{ productId: asked.productId, quantity: asked.quantity ?? old.item.quantity, personId }],
    codes: asked.codes ?? [],
    localDate: today,
  });
  const [line] = cart.lines;
  if (!line) throw new Error('a replacement without its line');
  await requireComplete(db, cart.lines);
  // within the same activity the place that is given up is the one that is taken
  const keepsPlace = asked.productId === old.item.productId && old.activeRegistrationIds.length > 0;
  if (!keepsPlace) await requirePlaces(db, cart);
  if (!asked.keepOldPrice) return line;
  const keptMinor = old.credit.netMinor;
  if (keptMinor > line.grossMinor)
    refuse('old-price-higher', { oldMinor: keptMinor, newMinor: line.grossMinor });
  return taxLine(line, priceKept(line, line.grossMinor - keptMinor, given.reason), today);
}

/** What the new item costs more, given up by whoever decided to keep the price. */
function priceKept({ ledgerCode }: CartLine, amountMinor: number, reason: string): LineDiscount[] {
  if (amountMinor === 0) return [];
  const rebate = { customItemId: null, reason };
  return [{ ruleId: null, ...PRICE_KEPT, code: null, ledgerCode, amountMinor, rebate }];
}

const PRICE_KEPT = { nameFr: 'Prix conservé', nameEn: 'Price kept' } as const;
