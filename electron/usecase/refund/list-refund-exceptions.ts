import { addDays, localTimeOf } from '../../../shared/domain/local-time.ts';
import { findRefundExceptions } from '../../../shared/domain/refund-exception.ts';
import { readDoneRefunds } from '../../ledger/done-refund-store.ts';
import { readLimits } from '../../ledger/limit-store.ts';
import { readTimeZone } from '../../ledger/organisation-store.ts';
import type { QueryHandler } from '../context.ts';
import { DEFAULT_TIME_ZONE } from '../organisation/set-up-organisation.ts';

const PERIOD_DAYS = 30;

/** The refunds of a period that a supervisor should look at, newest first; patterns look 30 days further back. */
export const listRefundExceptions: QueryHandler<'refund.exceptions'> = async (context, input) => {
  const { db, localDate } = context;
  const toDate = input.toDate ?? localDate;
  const fromDate = input.fromDate ?? addDays(toDate, 1 - PERIOD_DAYS);
  const timeZone = (await readTimeZone(db)) ?? DEFAULT_TIME_ZONE;
  const { refundMinor, opensAt, closesAt } = await readLimits(db);
  const rows = await readDoneRefunds(db, { fromDate: addDays(fromDate, 1 - PERIOD_DAYS), toDate });
  const refunds = rows.map((row) => ({
    ...row,
    isWalkIn: row.isWalkIn === 1,
    localTime: localTimeOf(row.at, timeZone),
  }));
  const byId = new Map(refunds.map((refund) => [refund.refundId, refund]));
  const exceptions = findRefundExceptions(refunds, { limitMinor: refundMinor, opensAt, closesAt }).flatMap(
    ({ refundId, rule, count }) => {
      const refund = byId.get(refundId);
      if (!refund || refund.localDate < fromDate) return [];
      const { number, at, staffName, approverName, clientId, clientName, amountMinor, destination } = refund;
      const who = { staffName, approverName, clientId, clientName };
      return [{ rule, count, refundId, number, at, ...who, amountMinor, destination }];
    },
  );
  return { fromDate, toDate, exceptions: exceptions.reverse() };
};
