import { has, same } from './agree.ts';
import { spendCredits, spendDeposits } from './billing-credit.ts';
import type { BillingHistory } from './billing-history.ts';
import { type MoneyModel, toCoins } from './money-model.ts';

export type Pays = Parameters<MoneyModel['fill']>[2];

export interface SaleDone {
  state: string;
  invoiceId: number | null;
  payments: {
    paymentId: number;
    method: 'cash' | 'cheque' | 'terminal';
    amountMinor: number;
    changeMinor: number;
    roundingMinor: number;
  }[];
  depositMinor: number;
  owedMinor: number;
  paidMinor: number;
}

interface Tendered {
  tenders?: { method: string; amountMinor?: number; tenderedMinor?: number }[];
  restAsDeposit?: boolean;
}

/** Nothing, credit, a deposit, a cheque, cash: alone or one after the other. */
export function pickTenders(
  history: BillingHistory,
  { clientId, due, dueInCash }: { clientId: number; due: number; dueInCash: number },
): Tendered {
  const { random, model } = history;
  if (due === 0 || random.chance(0.3)) return {};
  const restAsDeposit = random.chance(0.3);
  const inCash = random.chance(0.4);
  let rest = inCash ? dueInCash : due;
  const tenders: NonNullable<Tendered['tenders']> = [];
  for (const [method, prefix] of [
    ['credit', 'M'],
    ['deposit', 'P'],
  ] as const) {
    const free = freeSources(history, clientId, prefix).reduce((all, name) => all + model.free(name), 0);
    if (free === 0 || rest === 0 || !random.chance(0.3)) continue;
    const most = Math.min(free, rest);
    const amountMinor = random.integer(1, most);
    tenders.push(random.chance(0.6) ? { method } : { method, amountMinor });
    rest -= tenders.at(-1)?.amountMinor ?? most;
  }
  if (inCash && rest > 2)
    tenders.push({
      method: 'cash',
      tenderedMinor: toCoins(rest) + random.pick([0, 0, 500, -toCoins(rest) + 500]),
    });
  else if (rest > 0 && (tenders.length === 0 || random.chance(0.5)))
    tenders.push({ method: 'cheque', amountMinor: random.integer(1, Math.ceil(rest * 1.2)) });
  return tenders.length > 0 ? { tenders, restAsDeposit } : {};
}

/** The sources of an account that have something free, oldest first. */
export function freeSources({ model }: BillingHistory, clientId: number, prefix: 'M' | 'P'): string[] {
  const list: ReadonlyMap<number, { clientId: number }> = prefix === 'M' ? model.memos : model.payments;
  return [...list]
    .filter(([id, source]) => source.clientId === clientId && model.free(`${prefix}${id}`) > 0)
    .map(([id]) => `${prefix}${id}`)
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
}

interface Received {
  clientId: number;
  done: SaleDone;
  tendered: Tendered;
  pays: Omit<Pays, 'today'>;
  due: number;
  dueInCash: number;
}

/** Counts each tender in its order: what it pays, what is change, what stays on the account. */
export async function receiveBilling(
  history: BillingHistory,
  { clientId, done, tendered, pays, due, dueInCash }: Received,
): Promise<void> {
  const { model, today } = history;
  const tenders = tendered.tenders ?? [];
  let owed = tenders.some(({ method }) => method === 'cash') ? dueInCash : due;
  const payments = [...done.payments];
  let deposit = 0;
  for (const { method, amountMinor, tenderedMinor = 0 } of tenders) {
    if (method === 'credit' || method === 'deposit') {
      const free = freeSources(history, clientId, method === 'credit' ? 'M' : 'P').reduce(
        (all, name) => all + model.free(name),
        0,
      );
      const cents = amountMinor ?? Math.min(owed, free);
      await (method === 'credit' ? spendCredits : spendDeposits)(history, clientId, cents, {
        ...pays,
        today,
      });
      owed -= cents;
      continue;
    }
    const taken = payments.shift()!;
    let amount = amountMinor ?? 0;
    let rounding = 0;
    if (method === 'cash') {
      const coins = toCoins(owed);
      const isKept = tendered.restAsDeposit && tenderedMinor > owed;
      const isWhole = !isKept && tenderedMinor >= coins;
      amount = isWhole ? owed : tenderedMinor;
      rounding = isWhole ? coins - owed : 0;
      const change = isWhole ? tenderedMinor - coins : 0;
      has(taken, { amountMinor: amount, roundingMinor: rounding, changeMinor: change }, 'cash');
      model.drawer += amount + rounding;
    }
    has(taken, { method, amountMinor: amount }, 'payment');
    owed = Math.max(0, owed - amount);
    const nothing = { held: 0, refunded: 0, returned: 0, returnedInCash: 0, originHeld: 0, isVoid: false };
    const { session } = model;
    model.payments.set(taken.paymentId, {
      clientId,
      amount,
      method: method as 'cash',
      rounding,
      ...nothing,
      session,
    });
    deposit += model.fill(`P${taken.paymentId}`, amount, { ...pays, today });
  }
  same(payments, [], 'no payment beside the tenders');
  same(done.depositMinor, deposit, 'deposit');
}
