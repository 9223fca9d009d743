import { addDays, addMonths } from './local-time.ts';
import { requireNotNegative, requirePositive, sumMinor } from './money.ts';
import type { PlannedPaymentState } from './process-edges.ts';
import { refuse } from './refusal.ts';

/** How far apart the dates of a plan stand. */
export const PLAN_STEPS = ['week', 'two-weeks', 'month'] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/** The most instalments one plan may have. */
export const INSTALMENTS_MAX = 60;

/** One date of a plan, local (YYYY-MM-DD), and what is due on it, in cents. */
export interface Instalment {
  dueDate: string;
  amountMinor: number;
}

/** A planned payment of an item that is neither paid nor given up. */
export interface LiveInstalment extends Instalment {
  plannedPaymentId: number;
  state: PlannedPaymentState;
}

/** The states in which a planned payment still waits for its money. */
export const LIVE_STATES = [
  'planned',
  'processing',
  'failed',
  'retried',
] as const satisfies readonly PlannedPaymentState[];

/** Whether its payment is on its way: such a row is never touched (domain.md §0.6). */
export function isUnderWay({ state }: { state: PlannedPaymentState }): boolean {
  return state === 'processing' || state === 'retried';
}

/**
 * `count` dates from the first one. Months keep the first date's day, or take the month's last when it has none:
 * 31 January, 28 February, 31 March.
 */
export function instalmentDates(given: { firstDate: string; count: number; every: PlanStep }): string[] {
  const { firstDate, every } = given;
  return Array.from({ length: given.count }, (_, index) => {
    if (every === 'month') return addMonths(firstDate, index);
    return addDays(firstDate, index * (every === 'week' ? 7 : 14));
  });
}

/** One way to pay a product by instalments: so many at equal steps, or on fixed dates. */
export type PlanOption = { count: number; every: PlanStep } | { dates: readonly string[] };

/** The dates of an option when it is chosen; fixed ones that have gone by become today. */
export function optionDates(option: PlanOption, given: { firstDate: string; today: string }): string[] {
  const { firstDate, today } = given;
  if ('count' in option) return instalmentDates({ ...option, firstDate });
  return [...new Set(option.dates.map((date) => (date < today ? today : date)))].sort();
}

/**
 * Equal cents over the dates, spare cents on the first ones (settled.md 40). A total smaller than the number of dates
 * leaves the last dates out. Dates are taken in order, each once.
 */
export function splitEqually(totalMinor: number, dates: readonly string[]): Instalment[] {
  const inOrder = [...new Set(dates)].sort();
  if (inOrder.length === 0) throw new Error('a plan without dates');
  const each = Math.floor(requireNotNegative(totalMinor) / inOrder.length);
  const spare = totalMinor - each * inOrder.length;
  return inOrder
    .map((dueDate, index) => ({ dueDate, amountMinor: each + (index < spare ? 1 : 0) }))
    .filter(({ amountMinor }) => amountMinor > 0);
}

/** The instalments of several items as one schedule: one row a date, in order (settled.md 40). */
export function sumByDate(instalments: readonly Instalment[]): Instalment[] {
  const sums = new Map<string, number>();
  for (const { dueDate, amountMinor } of instalments)
    sums.set(dueDate, sumMinor([sums.get(dueDate) ?? 0, amountMinor]));
  return [...sums]
    .map(([dueDate, amountMinor]) => ({ dueDate, amountMinor }))
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
}

/**
 * A schedule typed by hand, in order of date. Refuses `plan-sum-differs` with what is missing (negative: too much)
 * and `plan-date-past`.
 */
export function requireSchedule(given: {
  instalments: readonly Instalment[];
  /** What the item owes and no payment under way is about to pay, in cents. */
  toPlanMinor: number;
  today: string;
}): Instalment[] {
  const { toPlanMinor, today } = given;
  const instalments = sumByDate(given.instalments);
  const past = instalments.find(({ dueDate }) => dueDate < today);
  if (past) refuse('plan-date-past', { dueDate: past.dueDate, today });
  const plannedMinor = sumMinor(instalments.map(({ amountMinor }) => requirePositive(amountMinor)));
  const missingMinor = toPlanMinor - plannedMinor;
  if (missingMinor !== 0) refuse('plan-sum-differs', { toPlanMinor, plannedMinor, missingMinor });
  return instalments;
}

const byDate = (a: LiveInstalment, b: LiveInstalment) =>
  a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.plannedPaymentId - b.plannedPaymentId;

/** What has to change in a plan for it to promise no more than is owed. */
export interface PlanCut {
  /** Rows given up whole, in order of date. */
  gone: LiveInstalment[];
  /** The last row touched, and what stays of it, in cents. */
  shortened: { row: LiveInstalment; leftMinor: number } | null;
  /** What payments under way will bring beyond what is owed: settled when they arrive, never touched. */
  surplusMinor: number;
}

/**
 * Cuts an item's plan down to what the item owes (settled.md 29, 40). A payment that came settles the earliest rows;
 * a credit keeps the earliest and gives up the last. Rows under way stay as they are.
 */
export function cutPlan(given: {
  rows: readonly LiveInstalment[];
  owedMinor: number;
  from: 'earliest' | 'last';
}): PlanCut {
  const owedMinor = Math.max(0, given.owedMinor);
  const underWayMinor = sumMinor(given.rows.filter(isUnderWay).map((row) => row.amountMinor));
  const rows = given.rows.filter((row) => !isUnderWay(row)).sort(byDate);
  if (given.from === 'last') rows.reverse();
  const roomMinor = Math.max(0, owedMinor - underWayMinor);
  let cutMinor = Math.max(0, sumMinor(rows.map((row) => row.amountMinor)) - roomMinor);
  const gone: LiveInstalment[] = [];
  let shortened: PlanCut['shortened'] = null;
  for (const row of rows) {
    if (cutMinor === 0) break;
    if (row.amountMinor <= cutMinor) gone.push(row);
    else shortened = { row, leftMinor: row.amountMinor - cutMinor };
    cutMinor -= Math.min(cutMinor, row.amountMinor);
  }
  return { gone: gone.sort(byDate), shortened, surplusMinor: Math.max(0, underWayMinor - owedMinor) };
}

/** What stays of the rows once a cut is made, in order of date. */
export function afterCut(rows: readonly LiveInstalment[], { gone, shortened }: PlanCut): LiveInstalment[] {
  const given = new Set(gone);
  return rows
    .filter((row) => !given.has(row))
    .map((row) => (row === shortened?.row ? { ...row, amountMinor: shortened.leftMinor } : row))
    .sort(byDate);
}

/**
 * The plan of a fee that a credit left owed: it takes the place of what the credit freed, earliest dates first, so that
 * the client goes on paying on the dates already agreed (settled.md 29). Freed dates gone by become today. What the
 * freed rows cannot hold is due now, so it is left out.
 */
export function planFee(given: { cut: PlanCut; feeOwedMinor: number; today: string }): Instalment[] {
  const { gone, shortened } = given.cut;
  const freed = [
    ...(shortened
      ? [{ ...shortened.row, amountMinor: shortened.row.amountMinor - shortened.leftMinor }]
      : []),
    ...gone,
  ].sort(byDate);
  let restMinor = requireNotNegative(given.feeOwedMinor);
  const fee: Instalment[] = [];
  for (const { dueDate, amountMinor } of freed) {
    const takenMinor = Math.min(restMinor, amountMinor);
    if (takenMinor === 0) break;
    fee.push({ dueDate: dueDate < given.today ? given.today : dueDate, amountMinor: takenMinor });
    restMinor -= takenMinor;
  }
  return sumByDate(fee);
}

/**
 * When each part of what an item owes is due: its planned rows by their dates, the rest by the item's own date
 * (settled.md 30). In order of date.
 */
export function duesOf(item: {
  owedMinor: number;
  dueDate: string;
  planned: readonly Instalment[];
}): Instalment[] {
  const plannedMinor = sumMinor(item.planned.map((row) => row.amountMinor));
  const restMinor = item.owedMinor - plannedMinor;
  const rest = restMinor > 0 ? [{ dueDate: item.dueDate, amountMinor: restMinor }] : [];
  return sumByDate([...rest, ...item.planned]);
}

/** What of these dues is to be paid on a local date or was before it, in cents. */
export function dueByMinor(dues: readonly Instalment[], localDate: string): number {
  return sumMinor(dues.filter(({ dueDate }) => dueDate <= localDate).map(({ amountMinor }) => amountMinor));
}

/** What will be owed once every planned payment has passed, in cents (domain.md §2, invariant 5). */
export function expectedBalanceMinor(
  balanceMinor: number,
  planned: readonly Pick<LiveInstalment, 'state' | 'amountMinor'>[],
): number {
  // a payment that failed passes no more by itself
  const coming = planned.filter(({ state }) => state !== 'failed');
  return balanceMinor - sumMinor(coming.map((row) => row.amountMinor));
}
