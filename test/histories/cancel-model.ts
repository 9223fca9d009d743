import {
  type Ask,
  extracted,
  type Fraction,
  type MoneyModel,
  type Parts,
  rounded,
  taxed,
  total,
} from './money-model.ts';
import { isOpenTo, type ModelLine, type ModelRule, reached } from './price-model.ts';

/** What an item is, besides its money. */
export interface About extends ModelLine {
  invoiceId: number;
  /** Somebody has the place that it gave. */
  hasPlace: boolean;
  /** It gives a place at all. */
  isPlace: boolean;
  isTaxed: boolean;
  codes: readonly string[];
  off: ReadonlyMap<number, number>;
  /** Rules of which the discount was withdrawn. */
  withdrawn: Set<number>;
  /** Items that charge withdrawn discounts again, and what was credited of this one then. */
  charges: { itemId: number; at: Fraction }[];
  isReplaced: boolean;
}

/** A line that no product stands behind: a charge by hand, or a discount withdrawn. */
export const plainLine = (line: {
  invoiceId: number;
  personId: number | null;
  price: number;
  isTaxed: boolean;
}): About => ({
  ...line,
  productId: null,
  quantity: 1,
  isPlace: false,
  hasPlace: false,
  codes: [],
  off: new Map(),
  withdrawn: new Set(),
  charges: [],
  isReplaced: false,
});

export type FeeMode = 'included' | 'added' | 'forfeit' | 'none';
export interface CancelAsk {
  itemId: number;
  /** Null: only the place ends. */
  ask: Ask;
  keeps: boolean;
  fee?: { cents: number; mode: FeeMode } | { basisPoints: number; mode: FeeMode };
}

export interface CountedCredit {
  itemId: number;
  ask: Ask;
  parts: Parts;
  toItem: number;
}
export interface CountedCancel {
  credits: CountedCredit[];
  withdrawn: { itemId: number; ruleId: number; parts: Parts }[];
  fees: { itemId: number; parts: Parts; ownCredit: number }[];
  pays: { credit: number; debt: number; cents: number }[];
  /** Left owed of each withdrawn discount, then of each fee. */
  owed: number[];
}

const NOTHING: Parts = { net: 0, gst: 0, qst: 0 };
const isWhole = ([n, d]: Fraction) => n >= d;
const big = (cents: number) => BigInt(cents);

/** The parts of a fee by its tax mode (domain.md B12). */
export function feeParts(cents: number, mode: FeeMode): Parts {
  if (mode === 'added') return taxed(cents, true);
  if (mode === 'none') return { net: cents, gst: 0, qst: 0 };
  if (mode === 'included') return extracted(cents);
  const gst = rounded(big(cents) * 5n, 105n);
  const qst = rounded(big(cents) * 9975n, 109_975n);
  return { net: cents - gst - qst, gst, qst };
}

/** What a cancellation of items of one invoice comes to; null when it must be refused. */
export function countCancel(
  model: MoneyModel,
  about: ReadonlyMap<number, About>,
  rules: readonly ModelRule[],
  asks: readonly CancelAsk[],
): CountedCancel | null {
  const credits: CountedCredit[] = [];
  const fees: CountedCancel['fees'] = [];
  const shares = new Map<number, Fraction>();
  for (const { itemId, ask, keeps, fee } of asks) {
    const item = model.items.get(itemId)!;
    const endsPlace = !keeps && about.get(itemId)?.hasPlace === true;
    const isUp = total(item.parts) === total(item.credited);
    const parts = isUp && endsPlace && ask === 'all' ? NOTHING : model.credit(item, ask);
    if (parts === null) return null;
    const isAll = ask === 'all' || total(item.credited) + total(parts) === total(item.parts);
    shares.set(itemId, total(parts) === 0 ? item.share : isAll ? [1n, 1n] : model.shareAfter(item, ask));
    credits.push({ itemId, ask, parts, toItem: Math.min(total(parts), model.owed(item)) });
    if (!fee) continue;
    const typed = 'cents' in fee ? fee.cents : rounded(big(parts.net) * big(fee.basisPoints), 10_000n);
    const kept = feeParts(typed, fee.mode);
    if (total(kept) > total(parts)) return null;
    if (total(kept) > 0) fees.push({ itemId, parts: kept, ownCredit: credits.length - 1 });
  }
  const withdrawn = countWithdrawn(model, about, { rules, asks, shares });
  for (const { itemId } of asks) credits.push(...countAlong(model, about, itemId, shares.get(itemId)!));
  return { credits, withdrawn, fees, ...countPayments(credits, withdrawn, fees) };
}

/** Discounts of who else was there, no longer earned by what stays (settled.md 25). */
function countWithdrawn(
  model: MoneyModel,
  about: ReadonlyMap<number, About>,
  given: {
    rules: readonly ModelRule[];
    asks: readonly CancelAsk[];
    shares: ReadonlyMap<number, Fraction>;
  },
): CountedCancel['withdrawn'] {
  const invoiceId = about.get(given.asks[0]!.itemId)?.invoiceId;
  const lines = [...about].filter(([, each]) => each.invoiceId === invoiceId);
  const shareOf = (itemId: number) => given.shares.get(itemId) ?? model.items.get(itemId)!.share;
  const stays = lines.map(([itemId, each]) => {
    const ends = given.asks.some((ask) => ask.itemId === itemId && !ask.keeps);
    return each.isPlace ? each.hasPlace && !ends : !isWhole(shareOf(itemId));
  });
  return given.rules
    .filter(({ reach, trigger }) => reach !== 'each' && trigger !== 2)
    .flatMap((rule) => {
      const open = lines.map(
        ([, each], index) => stays[index]! && (each.off.has(rule.ruleId) || isOpenTo(rule, each, each.codes)),
      );
      const earned = reached(
        rule,
        lines.map(([, each]) => each),
        open,
      );
      return lines.flatMap(([itemId, each], index) => {
        const off = each.off.get(rule.ruleId);
        if (off === undefined || each.withdrawn.has(rule.ruleId) || earned[index]) return [];
        const [n, d] = shareOf(itemId);
        const net = n >= d ? 0 : off - rounded(big(off) * n, d);
        if (net === 0) return [];
        const { parts } = model.items.get(itemId)!;
        const ofNet = (tax: number) => rounded(big(tax) * big(net), big(parts.net));
        const taxes =
          parts.net === 0 ? taxed(net, each.isTaxed) : { gst: ofNet(parts.gst), qst: ofNet(parts.qst) };
        return [{ itemId, ruleId: rule.ruleId, parts: { ...taxes, net } }];
      });
    });
}

/** A discount withdrawn before made the item dearer: its charge is credited by the same share of the rest. */
function countAlong(
  model: MoneyModel,
  about: ReadonlyMap<number, About>,
  itemId: number,
  after: Fraction,
): CountedCredit[] {
  const before = model.items.get(itemId)!.share;
  if (before[0] * after[1] === after[0] * before[1]) return [];
  return (about.get(itemId)?.charges ?? []).flatMap(({ itemId: chargeId, at }) => {
    const charge = model.items.get(chargeId)!;
    const ofRest = ([n, d]: Fraction): Fraction => [n * at[1] - at[0] * d, (at[1] - at[0]) * d];
    const [bn, bd] = ofRest(before);
    const [an, ad] = ofRest(after);
    const ask: Ask = isWhole(after) ? 'all' : { share: [an * bd - bn * ad, ad * bd] };
    const parts = model.credit(charge, ask);
    if (parts === null) return [];
    return [{ itemId: chargeId, ask, parts, toItem: Math.min(total(parts), model.owed(charge)) }];
  });
}

/** The credits pay the withdrawn discounts, then the fees, a fee from its own credit first (settled.md 25, 29). */
function countPayments(
  credits: readonly CountedCredit[],
  withdrawn: CountedCancel['withdrawn'],
  fees: CountedCancel['fees'],
): Pick<CountedCancel, 'pays' | 'owed'> {
  const open = credits.map(({ parts, toItem }) => total(parts) - toItem);
  const pays: CountedCancel['pays'] = [];
  const debts = [...withdrawn.map(({ parts }) => ({ parts, ownCredit: -1 })), ...fees];
  const owed = debts.map(({ parts, ownCredit }, debt) => {
    let rest = total(parts);
    const order = ownCredit < 0 ? [...open.keys()] : [ownCredit, ...open.keys()];
    for (const credit of order) {
      const cents = Math.min(rest, open[credit] ?? 0);
      if (cents === 0) continue;
      pays.push({ credit, debt, cents });
      open[credit] = (open[credit] ?? 0) - cents;
      rest -= cents;
    }
    return rest;
  });
  return { pays, owed };
}
