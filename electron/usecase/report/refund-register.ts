import type { Chart, Words } from '../../../shared/contract/report-model.ts';
import { refundReasonOf } from '../../../shared/domain/refund-reason.ts';
import { readMoneyEntries } from '../../ledger/report/journal-sums.ts';
import { readMoney } from '../../ledger/report/money-store.ts';
import { type RegisteredRefundRow, readRefundRegister } from '../../ledger/report/refund-register-store.ts';
import { methodWords } from './payments.ts';
import type { ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { say, sayCode } from './say.ts';

const columns = () => [
  column('at', 'instant'),
  column('number', 'text'),
  column('client', 'text'),
  column('destination', 'text'),
  column('amountMinor', 'money'),
  column('drawerMinor', 'money'),
  column('reason', 'text'),
  column('evidence', 'text'),
  column('staff', 'text'),
  column('approver', 'text'),
  column('sources', 'text'),
  column('origins', 'text'),
];

const reasonWords = (reason: string): Words => sayCode('refund.reason.choice', refundReasonOf(reason));

/** Every refund that was done, with its evidence, who approved it and why (domain.md B13, B22). */
export const reportRefunds: ReportHandler<'report.refunds'> = async (context, input) => {
  const { db } = context;
  const scope = scopeOf(context, input);
  const refunds = await readRefundRegister(db, scope);
  context.tell(1, 3);
  const money = await readMoney(db, scope);
  context.tell(2, 3);
  const journal = await readMoneyEntries(db, scope);
  const sum = (list: readonly { amountMinor: number }[]) =>
    list.reduce((total, { amountMinor }) => total + amountMinor, 0);
  const amountMinor = sum(refunds);
  const paidMinor = sum(money.filter(({ kind }) => kind !== 'refund'));
  const clientsMinor = sum(journal.filter(({ account }) => account === 'clients'));
  const byReason = [...Map.groupBy(refunds, ({ reason }) => refundReasonOf(reason))]
    .map(([reason, list]) => ({ reason, count: list.length, amountMinor: sum(list) }))
    .toSorted((left, right) => right.amountMinor - left.amountMinor);
  return await documentOf(context, 'refunds', scope, {
    totals: { refundCount: refunds.length, amountMinor },
    sections: [
      sectionOf(context, {
        id: 'refunds',
        title: say('report.section.refunds'),
        columns: columns(),
        rows: refunds.map(refundRow),
      }),
      sectionOf(context, {
        id: 'reason',
        title: say('report.section.reason'),
        columns: [
          column('reason', 'text'),
          column('refundCount', 'quantity'),
          column('amountMinor', 'money'),
        ],
        rows: byReason.map((each) => ({
          cells: { reason: reasonWords(each.reason), refundCount: each.count, amountMinor: each.amountMinor },
        })),
      }),
    ],
    ties: [
      tieOf(
        'refunds-lines',
        side('refunds', amountMinor),
        side(
          'refundLines',
          refunds.reduce((total, { linesMinor }) => total + linesMinor, 0),
        ),
      ),
      tieOf(
        'refunds-payments',
        side('refunds', amountMinor),
        side('paymentsReport', 0 - sum(money.filter(({ kind }) => kind === 'refund'))),
      ),
      tieOf(
        'refunds-journal',
        side('refunds', amountMinor),
        side('journalRefunds', clientsMinor + paidMinor),
      ),
    ],
    charts: chartsOf(byReason),
  });
};

function refundRow(refund: RegisteredRefundRow): Row {
  const { refundId, at, number, clientName, clientNumber, destination, amountMinor, drawerMinor } = refund;
  const { reason, note, approvalCode, card, slipNumber, staffName, approverName } = refund;
  const proof = [card, approvalCode, slipNumber].filter((part) => part !== null).join(' · ');
  const words = reasonWords(reason);
  const told = note === '' ? words : { fr: `${words.fr} (${note})`, en: `${words.en} (${note})` };
  return {
    cells: {
      at,
      number,
      client: `${clientName} (${clientNumber})`,
      destination: methodWords(destination),
      amountMinor,
      drawerMinor,
      reason: told,
      evidence: proof === '' ? null : proof,
      staff: staffName,
      approver: approverName,
      sources: refund.sources.replaceAll(',', ', '),
      origins: refund.origins.replaceAll(',', ', '),
    },
    link: { to: 'refund', id: refundId },
  };
}

function chartsOf(byReason: readonly { reason: string; amountMinor: number }[]): Chart[] {
  if (byReason.length === 0) return [];
  return [
    {
      id: 'refundReasons',
      title: say('report.chart.refundReasons'),
      kind: 'columns',
      unit: 'money',
      series: [{ id: 'amountMinor', title: say('report.column.amountMinor') }],
      points: byReason.map(({ reason, amountMinor }) => ({
        at: reasonWords(reason),
        values: { amountMinor },
      })),
    },
  ];
}
