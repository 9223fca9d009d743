import { rounded, spread } from './money-model.ts';

/** A discount rule in plain words: whom it reaches, what it takes off, and in which order (domain.md B5). */
export interface ModelRule {
  ruleId: number;
  order: number;
  /** 0 by itself, 1 by a code, 2 by a coupon. */
  trigger: 0 | 1 | 2;
  code?: string;
  reach: 'each' | 'later-persons' | 'combo';
  products: readonly number[];
  off: { basisPoints: number } | { cents: number; per: 'unit' | 'line' | 'invoice' };
  /** Of the rules of a group only the best is taken. */
  group?: string;
  /** Not with any other rule. */
  isAlone?: boolean;
}

export interface ModelLine {
  /** Null: an amount by hand, which no rule reaches. */
  productId: number | null;
  personId: number | null;
  quantity: number;
  price: number;
}

const grossOf = (line: ModelLine) => line.price * line.quantity;

/** Which of these lines a rule reaches, among those it is open to. */
export function reached(rule: ModelRule, lines: readonly ModelLine[], isOpen: readonly boolean[]): boolean[] {
  const open = [...lines.keys()].filter((index) => isOpen[index]);
  const pickFirst = (wanted: (index: number) => number) =>
    open.reduce((best, index) => (best < 0 || wanted(index) > wanted(best) ? index : best), -1);
  let chosen = open;
  if (rule.trigger === 2) {
    const cheapest = pickFirst((index) => 0 - lines[index]!.price);
    chosen = cheapest < 0 ? [] : [cheapest];
  } else if (rule.reach === 'later-persons') {
    const dearest = pickFirst((index) => grossOf(lines[index]!));
    chosen = open.filter((index) => lines[index]!.personId !== lines[dearest]!.personId);
  } else if (rule.reach === 'combo') {
    const set = rule.products.map((id) => open.find((index) => lines[index]!.productId === id) ?? -1);
    chosen = set.includes(-1) ? [] : set;
  }
  return lines.map((_line, index) => chosen.includes(index));
}

/** Whether a rule is open to a line at all. */
export function isOpenTo(rule: ModelRule, line: ModelLine, codes: readonly string[]): boolean {
  if (line.productId === null || !rule.products.includes(line.productId)) return false;
  if (rule.code !== undefined && !codes.includes(rule.code)) return false;
  return rule.reach !== 'later-persons' || line.personId !== null;
}

function offEach(
  rule: ModelRule,
  lines: readonly ModelLine[],
  nets: readonly number[],
  codes: readonly string[],
) {
  const { off } = rule;
  const takes = reached(
    rule,
    lines,
    lines.map((line) => isOpenTo(rule, line, codes)),
  );
  const base = nets.map((net, index) => (takes[index] ? net : 0));
  if ('cents' in off && off.per === 'invoice') {
    const sum = base.reduce((all, net) => all + net, 0);
    return spread(Math.min(off.cents, sum), base);
  }
  return base.map((net, index) => {
    const { quantity } = lines[index]!;
    const units = rule.trigger === 2 ? 1 : quantity;
    if (!takes[index]) return 0;
    if ('cents' in off) return Math.min(net, off.per === 'unit' ? off.cents * units : off.cents);
    return rounded(BigInt(net) * BigInt(off.basisPoints * units), 10_000n * BigInt(quantity));
  });
}

/** What each rule takes off each line, by rule; no line goes below zero (settled.md 26, 27). */
export function discounts(
  rules: readonly ModelRule[],
  lines: readonly ModelLine[],
  codes: readonly string[],
): Map<number, number>[] {
  const inOrder = [...rules].sort(
    (a, b) => a.order - b.order || a.trigger - b.trigger || a.ruleId - b.ruleId,
  );
  const gross = lines.map(grossOf);
  const nets = [...gross];
  const taken = lines.map(() => new Map<number, number>());
  const best = (competing: readonly { ruleId: number; off: number }[]) =>
    competing.reduce((one, other) => (other.off > one.off ? other : one), { ruleId: 0, off: 0 });
  const groups = new Set<string>();
  for (const rule of inOrder.filter((each) => !each.isAlone)) {
    if (rule.group !== undefined && groups.has(rule.group)) continue;
    if (rule.group !== undefined) groups.add(rule.group);
    const competing = rule.group ? inOrder.filter(({ group }) => group === rule.group) : [rule];
    const offers = competing.map((each) => offEach(each, lines, nets, codes));
    for (const index of lines.keys()) {
      const won = best(competing.map(({ ruleId }, place) => ({ ruleId, off: offers[place]?.[index] ?? 0 })));
      if (won.off === 0) continue;
      taken[index]?.set(won.ruleId, won.off);
      nets[index] = (nets[index] ?? 0) - won.off;
    }
  }
  const alone = inOrder.filter((each) => each.isAlone);
  const offers = alone.map((each) => offEach(each, lines, gross, codes));
  for (const index of lines.keys()) {
    const won = best(alone.map(({ ruleId }, place) => ({ ruleId, off: offers[place]?.[index] ?? 0 })));
    if (won.off > (gross[index] ?? 0) - (nets[index] ?? 0)) taken[index] = new Map([[won.ruleId, won.off]]);
  }
  return taken;
}
