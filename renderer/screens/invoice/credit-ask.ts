import type { InputOf } from '../../../shared/contract/contract.ts';
import { type CreditAsk, type ItemCredit, planItemCredit } from '../../../shared/domain/credit-share.ts';
import { ZERO_FRACTION } from '../../../shared/domain/fraction.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import type { ItemRead } from './item-table.tsx';

export const CREDIT_WAYS = ['all', 'percent', 'amount', 'units'] as const;
export type CreditWay = (typeof CREDIT_WAYS)[number];

export interface CreditForm {
  readonly way: CreditWay;
  /** As typed: "60" or "33,5". */
  readonly percentText: string;
  readonly amountMinor: number | null;
  readonly units: number | null;
}

const WHOLE_BASIS_POINTS = 10_000;

/** "60" is 6000, "33,5" is 3350; null when it is no percentage above 0 and at most 100. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim().replace(/\s*%$/, ''));
  if (!match) return null;
  const basisPoints = Number((match[1] ?? '') + (match[2] ?? '').padEnd(2, '0'));
  return basisPoints > 0 && basisPoints <= WHOLE_BASIS_POINTS ? basisPoints : null;
}

type CancelAsk = Omit<InputOf<'item.cancelPreview'>, 'itemId'>;

/** What is asked, as the contract takes it; null while a field is empty or wrong. */
export function creditAsk(form: CreditForm): CancelAsk | null {
  if (form.way === 'all') return {};
  if (form.way === 'amount') return form.amountMinor ? { creditMinor: form.amountMinor } : null;
  if (form.way === 'units') return form.units ? { quantity: form.units } : null;
  const creditBasisPoints = parsePercent(form.percentText);
  return creditBasisPoints === null ? null : { creditBasisPoints };
}

function domainAsk(ask: CancelAsk, ofQuantity: number): CreditAsk {
  if (ask.creditMinor !== undefined) return { amountMinor: ask.creditMinor };
  if (ask.creditBasisPoints !== undefined) return { percentBasisPoints: ask.creditBasisPoints };
  if (ask.quantity !== undefined) return { units: ask.quantity, ofQuantity };
  return { whole: true };
}

/**
 * The credit at once, by the rule the service itself decides with, or its refusal. Null for an item that is
 * free or was credited before: how much of it exactly is the service's to know, and its preview follows.
 */
export function creditNow(
  item: ItemRead,
  ask: CancelAsk,
): { credit: ItemCredit } | { failure: Failure } | null {
  if (item.creditedMinor > 0 || item.totalMinor === 0) return null;
  const nothing = { netMinor: 0, gstMinor: 0, qstMinor: 0, fraction: ZERO_FRACTION };
  try {
    return {
      credit: planItemCredit({ original: item, credited: nothing, ask: domainAsk(ask, item.quantity) }),
    };
  } catch (error) {
    if (error instanceof Refusal) return { failure: error };
    throw error;
  }
}
