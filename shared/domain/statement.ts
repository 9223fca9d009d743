import { describeBalance } from './balance.ts';
import { addDays, daysBetween } from './local-time.ts';
import { sumMinor } from './money.ts';
import { refuse } from './refusal.ts';

/** Simple: one line for each document; detailed: items, taxes, what paid what, deposits and credits put to use. */
export const STATEMENT_KINDS = ['simple', 'detailed'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const STATEMENT_LINE_KINDS = [
  'invoice',
  'credit-memo',
  'payment',
  'payment-void',
  'refund',
  'use',
] as const;
export type StatementLineKind = (typeof STATEMENT_LINE_KINDS)[number];

/** Something that happened on an account; cents, positive when the client owes more by it. */
export interface Movement {
  readonly kind: StatementLineKind;
  readonly localDate: string;
  /** The ledger's commit: orders what happened on one day. */
  readonly commitSeq: number;
  readonly documentId: number;
  /** Zero for a deposit or credit put to use: the balance stays. */
  readonly amountMinor: number;
}

export interface LaidStatement<M extends Movement> {
  /** Before the first day. */
  readonly openingMinor: number;
  /** Of the period, in order of local date, each with the balance after it. */
  readonly lines: readonly (M & { readonly balanceMinor: number })[];
  readonly closingMinor: number;
}

function inOrder(a: Movement, b: Movement): number {
  if (a.localDate !== b.localDate) return a.localDate < b.localDate ? -1 : 1;
  return (
    a.commitSeq - b.commitSeq ||
    STATEMENT_LINE_KINDS.indexOf(a.kind) - STATEMENT_LINE_KINDS.indexOf(b.kind) ||
    a.documentId - b.documentId
  );
}

/**
 * The movements from one local date to another, both included, between the balances before and after: opening plus
 * lines is closing (domain.md B22). Cents, positive = the client owes.
 */
export function layStatement<M extends Movement>(
  movements: readonly M[],
  period: { readonly fromDate: string; readonly toDate: string },
): LaidStatement<M> {
  const openingMinor = sumMinor(
    movements.filter((each) => each.localDate < period.fromDate).map((each) => each.amountMinor),
  );
  let balanceMinor = openingMinor;
  const lines = movements
    .filter((each) => each.localDate >= period.fromDate && each.localDate <= period.toDate)
    .sort(inOrder)
    .map((each) => {
      balanceMinor = sumMinor([balanceMinor, each.amountMinor]);
      return { ...each, balanceMinor };
    });
  return { openingMinor, lines, closingMinor: balanceMinor };
}

export interface AgedReceivables {
  /** Not yet due, or due for at most 30 days. */
  readonly upTo30Minor: number;
  readonly upTo60Minor: number;
  readonly upTo90Minor: number;
  readonly over90Minor: number;
}

/** What is owed on items, in cents, by the days since each was due (domain.md B22). */
export function ageReceivables(
  items: readonly { readonly dueDate: string; readonly owedMinor: number }[],
  onDate: string,
): AgedReceivables {
  const between = (fromDays: number, toDays: number) =>
    sumMinor(
      items
        .map((item) => ({ ...item, days: Math.max(0, daysBetween(item.dueDate, onDate)) }))
        .filter(({ days }) => days >= fromDays && days <= toDays)
        .map(({ owedMinor }) => owedMinor),
    );
  return {
    upTo30Minor: between(0, 30),
    upTo60Minor: between(31, 60),
    upTo90Minor: between(61, 90),
    over90Minor: between(91, Number.POSITIVE_INFINITY),
  };
}

export interface StatementPeriodAsked {
  readonly fromDate?: string | undefined;
  readonly toDate?: string | undefined;
}

/**
 * The period asked for: by default from the day after the last statement (else from the first movement) to yesterday
 * (domain.md B22). Refuses `statement-after-today`, `statement-already-made`, `statement-end-before-start`.
 */
export function planStatementPeriod(
  asked: StatementPeriodAsked,
  known: {
    readonly today: string;
    readonly last: { readonly number: string; readonly toDate: string } | null;
    /** Date of the account's first movement; null when nothing ever happened on it. */
    readonly firstDate: string | null;
  },
): { fromDate: string; toDate: string } {
  const { today, last, firstDate } = known;
  const toDate = asked.toDate ?? addDays(today, -1);
  if (toDate > today) refuse('statement-after-today', { toDate, today });
  if (asked.fromDate !== undefined) {
    if (asked.fromDate > toDate)
      refuse('statement-end-before-start', { fromDate: asked.fromDate, toDate, today });
    return { fromDate: asked.fromDate, toDate };
  }
  if (last === null)
    return { fromDate: firstDate !== null && firstDate < toDate ? firstDate : toDate, toDate };
  if (last.toDate >= toDate)
    refuse('statement-already-made', { number: last.number, lastDate: last.toDate, toDate });
  return { fromDate: addDays(last.toDate, 1), toDate };
}

/** Whether a statement would have nothing to say: nothing owed either way at its start, and nothing since. */
export function isEmptyStatement(laid: LaidStatement<Movement>): boolean {
  return describeBalance(laid.openingMinor).direction === 'even' && laid.lines.length === 0;
}
