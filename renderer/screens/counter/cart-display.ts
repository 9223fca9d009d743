import type { Language } from '../../../shared/i18n/format.ts';
import type { DisplayView } from '../../connection/customer-display.ts';
import { planDraft, type TenderDraft, type TenderRulesHere } from '../../parts/tender-draft.ts';
import { goodOf, type PricedCart } from './cart-amounts.ts';

const LINES_SHOWN = 200;

/** The cart as its customer sees it: lines with their taxes, which add up to the total, and what cash gives back. */
export function displayOfCart(
  cart: PricedCart,
  draft: TenderDraft,
  rules: TenderRulesHere,
  language: Language,
): DisplayView {
  if (cart.lines.length === 0) return { state: 'idle' };
  const { plan } = planDraft(draft, rules);
  const changeMinor = plan?.changeMinor ?? 0;
  const isTaken = draft.taken.length > 0 || draft.entry !== null;
  return {
    state: 'cart',
    language,
    lines: cart.lines.slice(0, LINES_SHOWN).map(({ line, totalMinor }) => ({
      ...goodOf(line.product),
      quantity: line.quantity,
      amountMinor: totalMinor,
    })),
    totalMinor: cart.totalMinor,
    paidMinor: isTaken && plan ? Math.max(0, plan.paidMinor) + changeMinor : null,
    changeMinor,
  };
}
