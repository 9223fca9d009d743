import { daysBetween } from '../../../shared/domain/local-time.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { readDuePayments } from '../../ledger/planned-payment-read.ts';
import type { QueryHandler } from '../context.ts';

const USUAL_LIMIT = 200;

/** What the desk has to collect: instalments for the desk and those that failed. */
export const listDue: QueryHandler<'plan.due'> = async ({ db, localDate }, input) => {
  const limit = input.limit ?? USUAL_LIMIT;
  const rows = await readDuePayments(db, { untilDate: input.untilDate ?? localDate, limit: limit + 1 });
  const payments = rows
    .slice(0, limit)
    .map((row) => ({ ...row, daysLate: daysBetween(row.dueDate, localDate) }));
  return {
    payments,
    totalMinor: sumMinor(payments.map((row) => row.amountMinor)),
    hasMore: rows.length > limit,
  };
};
