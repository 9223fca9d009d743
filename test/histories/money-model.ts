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
  share: Fraction;
  /** Cents of each source that pay it: `P1` a payment, `M1` a memo. */
  links: Map<string, number>;
  /** When it is due but for what is planned. */
  dueDate: string;
  /** Planned payments still to come: cents by date. */
  plan: Map<string, number>;
  /** What each source settled of the plan, by date, since it was last taken away. */
  settled: Map<string, Map<string, number>>;
}
export interface ModelSource {
  clientId: number;
  amount: number;
  held: number;
  /** Given back out of this source. */
  refunded: number;
  /** Of a memo: the item it credits. */
  creditOf?: number;
  /** Of a memo by hand: its parts, and what reversals took of them. */
  parts?: Parts;
  reversed?: Parts;
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

export type Fraction = [numerator: bigint, denominator: bigint];

/** What a credit asks of an item: a percentage, an amount with or before its taxes, an exact share, or all. */
export type Ask =
  | 'all'
  | { basisPoints: number }
  | { cents: number }
  | { net: number }
  | { units: number; of: number }
  | { share: Fraction };

export const total = (parts: Parts) => parts.net + parts.gst + parts.qst;
/** Half a cent away from zero; for amounts of zero or more. */
export const rounded = (numerator: bigint, denominator: bigint) =>
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

export const newItem = (clientId: number, parts: Parts, dueDate = ''): ModelItem => ({
  clientId,
  parts,
  credited: { net: 0, gst: 0, qst: 0 },
  share: [0n, 1n],
  links: new Map(),
  dueDate,
  plan: new Map(),
  settled: new Map(),
});
const sumOf = (cents: Iterable<number>) => [...cents].reduce((sum, each) => sum + each, 0);
const byDate = (plan: ReadonlyMap<string, number>) => [...plan].sort(([a], [b]) => (a < b ? -1 : 1));

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
  /** Links a source to an item, or takes cents of the link away; the plan follows what is owed. */
  link(itemId: number, source: string, cents: number): void {
    const item = this.items.get(itemId)!;
    if (cents < 0) this.#planAgain(item, source, -cents);
    const sum = (item.links.get(source) ?? 0) + cents;
    if (sum === 0) item.links.delete(source);
    else item.links.set(source, sum);
    if (cents > 0) this.#cutPlan(item, source, this.#creditOf(source) === itemId ? 'last' : 'earliest');
  }
  #creditOf(source: string): number | undefined {
    return source.startsWith('M') ? this.source(source).creditOf : undefined;
  }
  planned(item: ModelItem): number {
    return sumOf(item.plan.values());
  }
  /** Money settles the earliest dates, a credit of the item gives up the last (settled.md 29, 40). */
  #cutPlan(item: ModelItem, source: string, from: 'earliest' | 'last'): void {
    let cut = this.planned(item) - this.owed(item);
    const dates = byDate(item.plan);
    const settled = item.settled.get(source) ?? new Map<string, number>();
    for (const [date, cents] of from === 'last' ? dates.reverse() : dates) {
      const gone = Math.min(cut, cents);
      if (gone <= 0) break;
      cut -= gone;
      if (gone === cents) item.plan.delete(date);
      else item.plan.set(date, cents - gone);
      settled.set(date, (settled.get(date) ?? 0) + gone);
    }
    if (settled.size > 0) item.settled.set(source, settled);
  }
  /** What a link had settled is planned again when it is taken away, the latest date first. */
  #planAgain(item: ModelItem, source: string, cents: number): void {
    let rest = Math.min(cents, this.owed(item) + cents - this.planned(item));
    for (const [date, was] of byDate(item.settled.get(source) ?? new Map()).reverse()) {
      const back = Math.min(rest, was);
      if (back <= 0) break;
      item.plan.set(date, (item.plan.get(date) ?? 0) + back);
      rest -= back;
    }
    item.settled.delete(source);
  }
  /** When each part of what an item owes is due, in order. */
  dues(item: ModelItem): [date: string, cents: number][] {
    const dues = new Map(item.plan);
    const rest = this.owed(item) - this.planned(item);
    if (rest > 0) dues.set(item.dueDate, (dues.get(item.dueDate) ?? 0) + rest);
    return byDate(dues);
  }
  /**
   * Pays ticked items first, in their order, what is due by today before what is not; then the others by date (settled.md
   * 30). Each part is filled whole before the next; of an item in `only`, these parts alone. Returns what none took.
   */
  fill(
    source: string,
    cents: number,
    pays: {
      ticked: readonly number[];
      others?: readonly number[];
      today: string;
      only?: Map<number, Map<string, number>>;
    },
  ): number {
    const duesOf = (itemId: number) => {
      const only = pays.only?.get(itemId);
      return only ? byDate(only) : this.dues(this.items.get(itemId)!);
    };
    const partsOf = (itemIds: readonly number[]) =>
      itemIds.flatMap((itemId) => duesOf(itemId).map(([date, cents]) => ({ itemId, date, cents })));
    const isLater = ({ date }: { date: string }) => Number(date > pays.today);
    const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    const ticked = partsOf(pays.ticked).sort(
      (a, b) => isLater(a) - isLater(b) || a.itemId - b.itemId || compare(a.date, b.date),
    );
    const others = partsOf(pays.others ?? []).sort((a, b) => compare(a.date, b.date) || a.itemId - b.itemId);
    let rest = cents;
    const shares = new Map<number, number>();
    for (const part of [...ticked, ...others]) {
      const taken = Math.min(rest, part.cents);
      if (taken > 0) shares.set(part.itemId, (shares.get(part.itemId) ?? 0) + taken);
      pays.only?.get(part.itemId)?.set(part.date, part.cents - taken);
      rest -= taken;
    }
    for (const [itemId, share] of shares) this.link(itemId, source, share);
    return rest;
  }
  /** The exact share of the item that is credited once this stands. */
  shareAfter(item: ModelItem, ask: Exclude<Ask, 'all'>): [bigint, bigint] {
    const [n, d] = item.share;
    const [an, ad] =
      'share' in ask
        ? ask.share
        : 'cents' in ask
          ? [BigInt(ask.cents), BigInt(total(item.parts))]
          : 'net' in ask
            ? [BigInt(ask.net), BigInt(item.parts.net)]
            : 'units' in ask
              ? [BigInt(ask.units), BigInt(ask.of)]
              : [BigInt(ask.basisPoints), 10_000n];
    return [n * ad + an * d, d * ad];
  }
  /** Notes what a credit took of an item. */
  take(item: ModelItem, ask: Ask, parts: Parts): void {
    for (const part of ['net', 'gst', 'qst'] as const)
      item.credited = { ...item.credited, [part]: item.credited[part] + parts[part] };
    const isAll = ask === 'all' || total(item.parts) === total(item.credited);
    item.share = isAll ? [1n, 1n] : this.shareAfter(item, ask);
  }
  /** What a credit of an item takes (null: it must be refused), by cumulative shares of the original cents. */
  credit(item: ModelItem, ask: Ask): Parts | null {
    const left = {
      net: item.parts.net - item.credited.net,
      gst: item.parts.gst - item.credited.gst,
      qst: item.parts.qst - item.credited.qst,
    };
    if (total(left) === 0) return null;
    if (ask === 'all') return left;
    // a cancel amount is typed with its taxes, a rebate before them
    const [typed, most] =
      'cents' in ask ? [ask.cents, total(left)] : 'net' in ask ? [ask.net, left.net] : [null, 0];
    if ('net' in ask && item.parts.net === 0) return null;
    if (typed !== null && typed > most) return null;
    const [num, den] = this.shareAfter(item, ask);
    if ('share' in ask && num >= den) return left;
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
