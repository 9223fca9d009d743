/**
 * The money of a desk in plain numbers, written from the domain page and not from the program's own rules: what the
 * ledger must agree with after any history of commands. Cents; integers and BigInt only.
 */
export interface Parts {
  net: number;
  gst: number;
  qst: number;
}
export interface ModelItem {
  clientId: number;
  parts: Parts;
  credited: Parts;
  /** Exact share credited so far. */
  share: [numerator: bigint, denominator: bigint];
  /** Cents of each source that pay it: `P1` a payment, `M1` a memo. */
  links: Map<string, number>;
}
export interface ModelSource {
  clientId: number;
  amount: number;
  held: number;
  /** Given back out of this source. */
  refunded: number;
}
export interface ModelPayment extends ModelSource {
  method: 'cash' | 'terminal' | 'cheque';
  rounding: number;
  isVoid: boolean;
  session: number;
  /** As the origin of refunds: done, in cash among them, and held. */
  returned: number;
  returnedInCash: number;
  originHeld: number;
}
export interface ModelLine {
  source: string;
  origin: number;
  amount: number;
}
export interface ModelRefund {
  clientId: number;
  destination: 'cash' | 'terminal';
  amount: number;
  drawer: number;
  lines: ModelLine[];
  state: 'sent' | 'doubt' | 'conflict' | 'done' | 'failed';
  isHeld: boolean;
  session: number;
}

export const total = (parts: Parts) => parts.net + parts.gst + parts.qst;
/** Half a cent away from zero; for amounts of zero or more. */
const rounded = (numerator: bigint, denominator: bigint) =>
  Number((2n * numerator + denominator) / (2n * denominator));
export const taxed = (net: number, isTaxed: boolean): Parts => ({
  net,
  gst: isTaxed ? rounded(BigInt(net) * 5n, 100n) : 0,
  qst: isTaxed ? rounded(BigInt(net) * 9975n, 100_000n) : 0,
});
/** The taxes inside an amount that has them, by plain extraction (domain.md B1). */
export const extracted = (cents: number): Parts => {
  const gst = rounded(BigInt(cents) * 5000n, 114_975n);
  const qst = rounded(BigInt(cents) * 9975n, 114_975n);
  return { net: cents - gst - qst, gst, qst };
};
/** 1, 2, 6, 7 down; 3, 4, 8, 9 up. */
export const toCoins = (cents: number) => [0, -1, -2, 2, 1][cents % 5]! + cents;

export class MoneyModel {
  readonly items = new Map<number, ModelItem>();
  readonly payments = new Map<number, ModelPayment>();
  readonly memos = new Map<number, ModelSource>();
  readonly refunds = new Map<number, ModelRefund>();
  drawer = 20_000;
  session = 1;

  source(name: string): ModelSource {
    const list: ReadonlyMap<number, ModelSource> = name.startsWith('P') ? this.payments : this.memos;
    const found = list.get(Number(name.slice(1)));
    if (!found) throw new Error(`no source ${name}`);
    return found;
  }
  spent(source: string): number {
    let sum = 0;
    for (const item of this.items.values()) sum += item.links.get(source) ?? 0;
    return sum;
  }
  /** What a source still has: neither spent, given back nor held. */
  free(name: string): number {
    const source = this.source(name);
    const isVoid = name.startsWith('P') && this.payments.get(Number(name.slice(1)))?.isVoid;
    return isVoid ? 0 : source.amount - this.spent(name) - source.refunded - source.held;
  }
  owed(item: ModelItem): number {
    return total(item.parts) - [...item.links.values()].reduce((sum, each) => sum + each, 0);
  }
  balance(clientId: number): number {
    let sum = 0;
    for (const item of this.items.values()) if (item.clientId === clientId) sum += total(item.parts);
    for (const memo of this.memos.values()) if (memo.clientId === clientId) sum -= memo.amount;
    for (const payment of this.payments.values())
      if (payment.clientId === clientId && !payment.isVoid) sum -= payment.amount;
    for (const refund of this.refunds.values())
      if (refund.clientId === clientId && refund.state === 'done') sum += refund.amount;
    return sum;
  }
  link(itemId: number, source: string, cents: number): void {
    const { links } = this.items.get(itemId)!;
    const sum = (links.get(source) ?? 0) + cents;
    if (sum === 0) links.delete(source);
    else links.set(source, sum);
  }
  /** Pays the items in their order, each filled whole before the next; returns what none took. */
  fill(source: string, cents: number, itemIds: readonly number[]): number {
    let rest = cents;
    for (const itemId of itemIds) {
      const part = Math.min(rest, this.owed(this.items.get(itemId)!));
      if (part > 0) this.link(itemId, source, part);
      rest -= part;
    }
    return rest;
  }
  /** What a credit of an item takes (null: it must be refused), by cumulative shares of the original cents. */
  credit(
    item: ModelItem,
    ask: { basisPoints: number } | { cents: number } | { net: number } | 'all',
  ): Parts | null {
    const left = {
      net: item.parts.net - item.credited.net,
      gst: item.parts.gst - item.credited.gst,
      qst: item.parts.qst - item.credited.qst,
    };
    if (total(left) === 0) return null;
    if (ask === 'all') return left;
    // a cancel amount is typed with its taxes, a rebate before them
    const [typed, of, most] =
      'cents' in ask
        ? [ask.cents, total(item.parts), total(left)]
        : 'net' in ask
          ? [ask.net, item.parts.net, left.net]
          : [null, 0, 0];
    if (typed !== null && typed > most) return null;
    const [n, d] = item.share;
    const [an, ad] =
      'basisPoints' in ask ? [BigInt(ask.basisPoints), 10_000n] : [BigInt(typed ?? 0), BigInt(of)];
    const [num, den] = [n * ad + an * d, d * ad];
    if ((typed !== null && typed === most) || num === den) return left;
    if (num > den) return null;
    const towards = (original: number, credited: number) =>
      Math.max(0, rounded(num * BigInt(original), den) - credited);
    const want: Parts = {
      net: towards(item.parts.net, item.credited.net),
      gst: towards(item.parts.gst, item.credited.gst),
      qst: towards(item.parts.qst, item.credited.qst),
    };
    if ('cents' in ask) want.net = ask.cents - want.gst - want.qst;
    if ('net' in ask) want.net = ask.net;
    let carry = 0;
    for (const part of ['net', 'qst', 'gst', 'net', 'qst', 'gst'] as const) {
      const target = want[part] + carry;
      want[part] = Math.max(0, Math.min(target, left[part]));
      carry = target - want[part];
    }
    return total(want) === 0 ? null : want;
  }
}

/** Splits cents over weights; the cents left over go to the largest remainders, the first line on a tie. */
export function spread(cents: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => (sum === 0 ? 0 : Math.floor((cents * weight) / sum)));
  const order = weights
    .map((weight, index) => ({ index, remainder: sum === 0 ? 0 : (cents * weight) % sum }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  let spare = sum === 0 ? 0 : cents - parts.reduce((all, part) => all + part, 0);
  for (const { index } of order) if (spare-- > 0) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
