import type { InputOf } from '../../../shared/contract/contract.ts';
import type { FeeTaxMode } from '../../../shared/domain/cancellation-fee.ts';
import type { ItemRead } from './item-table.tsx';

export const CREDIT_WAYS = ['all', 'percent', 'amount', 'units'] as const;
/** `policy`: what the product's policy says; shown only where there is one. */
export type CreditWay = (typeof CREDIT_WAYS)[number] | 'policy';

/** What the clerk typed about one item. */
export interface ItemForm {
  readonly way: CreditWay;
  /** As typed: "60" or "33,5". */
  readonly percentText: string;
  readonly amountMinor: number | null;
  readonly units: number | null;
  readonly sessionsText: string;
  readonly restock: number;
  readonly fee: FeeForm | null;
}

export interface FeeForm {
  readonly customItemId: number | null;
  readonly way: 'amount' | 'percent';
  readonly amountMinor: number | null;
  readonly percentText: string;
  readonly taxMode: FeeTaxMode;
}

export const NEW_ITEM: ItemForm = {
  way: 'all',
  percentText: '',
  amountMinor: null,
  units: null,
  sessionsText: '',
  restock: 0,
  fee: null,
};

const WHOLE_BASIS_POINTS = 10_000;

/** "60" is 6000, "33,5" is 3350; null when it is no percentage above 0 and at most 100. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim().replace(/\s*%$/, ''));
  if (!match) return null;
  const basisPoints = Number((match[1] ?? '') + (match[2] ?? '').padEnd(2, '0'));
  return basisPoints > 0 && basisPoints <= WHOLE_BASIS_POINTS ? basisPoints : null;
}

type ItemAsk = NonNullable<InputOf<'item.cancelPreview'>['items']>[number];
type FeeAsk = NonNullable<ItemAsk['fee']>;

/** How much of an item, as the contract takes it; null while a field is empty or wrong. */
function creditOf(form: ItemForm): Partial<ItemAsk> | null {
  if (form.way === 'all' || form.way === 'policy') return {};
  if (form.way === 'amount') return form.amountMinor ? { creditMinor: form.amountMinor } : null;
  if (form.way === 'units') return form.units ? { quantity: form.units } : null;
  const creditBasisPoints = parsePercent(form.percentText);
  return creditBasisPoints === null ? null : { creditBasisPoints };
}

function feeOf(fee: FeeForm): FeeAsk | null {
  const basisPoints = parsePercent(fee.percentText);
  const size = fee.way === 'amount' ? fee.amountMinor : basisPoints;
  if (!size) return null;
  return {
    ...(fee.way === 'amount' ? { amountMinor: size } : { basisPoints: size }),
    taxMode: fee.taxMode,
    ...(fee.customItemId ? { customItemId: fee.customItemId } : {}),
  };
}

/** One item as `item.cancel` takes it; null while something of it is missing. */
export function itemAsk(
  item: ItemRead,
  form: ItemForm,
  around: { keepsPlace: boolean; overrideReason: string | null },
): ItemAsk | null {
  const credit = creditOf(form);
  const fee = form.fee && form.way !== 'policy' ? feeOf(form.fee) : undefined;
  if (credit === null || fee === null) return null;
  return {
    itemId: item.itemId,
    ...credit,
    ...(fee ? { fee } : {}),
    ...(form.sessionsText === '' ? {} : { sessionsGiven: Number(form.sessionsText) }),
    ...(form.restock > 0 ? { restockQuantity: form.restock } : {}),
    ...(around.keepsPlace && item.registrationState === 'active' ? { keepRegistration: true } : {}),
    ...(around.overrideReason === null ? {} : { overrideReason: around.overrideReason }),
    expectedLeftMinor: item.totalMinor - item.creditedMinor,
  };
}

/** Whether anything of the item, money or place, can still be cancelled. */
export const isCancellable = (item: ItemRead) =>
  item.creditedMinor < item.totalMinor || item.registrationState === 'active';

/** What payments put on an item and its credits did not give back: the most its price can be owed again. */
export function reopenableMinor(item: ItemRead): number {
  const paidMinor = item.paidBy
    .filter((part) => part.kind === 'payment')
    .reduce((sum, part) => sum + part.amountMinor, 0);
  return Math.max(0, Math.min(paidMinor, item.totalMinor - item.owedMinor - item.creditedMinor));
}
