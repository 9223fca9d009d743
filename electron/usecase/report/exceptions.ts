import { addDays, localTimeOf } from '../../../shared/domain/local-time.ts';
import { findRefundExceptions } from '../../../shared/domain/refund-exception.ts';
import { readDoneRefunds } from '../../ledger/done-refund-store.ts';
import { readLimits } from '../../ledger/limit-store.ts';
import { readExceptions } from '../../ledger/report/exception-store.ts';
import { readMoney } from '../../ledger/report/money-store.ts';
import type { ReportScope } from '../../ledger/report/scope.ts';
import type { ReportContext, ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { say, sayCode } from './say.ts';
import { instantsOf } from './scope-instants.ts';

/** Patterns of refunds look this much further back (reliability.md §5). */
const PATTERN_DAYS = 30;

const columns = () => [
  column('at', 'instant'),
  column('what', 'text'),
  column('number', 'text'),
  column('till', 'text'),
  column('staff', 'text'),
  column('approver', 'text'),
  column('amountMinor', 'money'),
  column('reason', 'text'),
];

/** What a supervisor should look at: a question each time, never an accusation. */
export const reportExceptions: ReportHandler<'report.exceptions'> = async (context, input) => {
  const { db } = context;
  const scope = scopeOf(context, input);
  const found = await readExceptions(db, { ...scope, ...instantsOf(context, scope) });
  const voidsMinor = (list: readonly { kind: string; amountMinor: number | null }[], kind: string) =>
    list.reduce((sum, row) => sum + (row.kind === kind ? (row.amountMinor ?? 0) : 0), 0);
  const desk: Row[] = found.map((row) => ({
    cells: {
      at: row.at,
      what: sayCode('report.exception', row.kind),
      number: row.number,
      till: row.tillName,
      staff: row.staffName,
      approver: row.approverName,
      amountMinor: row.amountMinor,
      reason: row.reason,
    },
    link: row.clientId === null ? null : { to: 'client', id: row.clientId },
  }));
  const refunds = scope.tillId === null ? await refundRows(context, scope) : [];
  const section = (id: 'deskExceptions' | 'refundExceptions', rows: readonly Row[]) =>
    sectionOf(context, { id, title: say(`report.section.${id}`), columns: columns(), rows, totals: null });
  return await documentOf(context, 'exceptions', scope, {
    totals: { exceptionCount: desk.length + refunds.length },
    sections: [section('deskExceptions', desk), section('refundExceptions', refunds)],
    ties: [
      tieOf(
        'exceptions-voids',
        side('voidsListed', voidsMinor(found, 'payment-voided')),
        side('paymentsVoids', voidsMinor(await readMoney(db, scope), 'void')),
      ),
    ],
  });
};

async function refundRows({ db, timeZone }: ReportContext, scope: ReportScope): Promise<Row[]> {
  const { refundMinor, opensAt, closesAt } = await readLimits(db);
  const read = await readDoneRefunds(db, { ...scope, fromDate: addDays(scope.fromDate, 1 - PATTERN_DAYS) });
  const refunds = read.map((row) => ({
    ...row,
    isWalkIn: row.isWalkIn === 1,
    localTime: localTimeOf(row.at, timeZone),
  }));
  const byId = new Map(refunds.map((refund) => [refund.refundId, refund]));
  return findRefundExceptions(refunds, { limitMinor: refundMinor, opensAt, closesAt })
    .flatMap(({ refundId, rule, count }): Row[] => {
      const refund = byId.get(refundId);
      if (!refund || refund.localDate < scope.fromDate) return [];
      if (scope.staffId !== null && refund.staffId !== scope.staffId) return [];
      const { at, number, staffName, approverName, amountMinor, reason } = refund;
      const what = say(`action.exceptions.rule.${rule}`, { times: count });
      const who = { till: null, staff: staffName, approver: approverName };
      const cells = { at, what, number, ...who, amountMinor: 0 - amountMinor };
      const told = sayCode('refund.reason.choice', reason);
      return [{ cells: { ...cells, reason: told }, link: { to: 'refund', id: refundId } }];
    })
    .toReversed();
}
