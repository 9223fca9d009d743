import type { Chart } from '../../../shared/contract/report-model.ts';
import {
  type InstalmentRow,
  readInstalments,
  readPlannedAndOwed,
} from '../../ledger/report/instalment-store.ts';
import type { ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { named, say, sayCode } from './say.ts';

/** Any date of a plan: overdue parts and those of years to come. */
const ALWAYS = { fromDate: '0001-01-01', toDate: '9999-12-31' };

/** What clients agreed to pay later, by month, then one by one (domain.md B11, B22). */
export const reportInstalments: ReportHandler<'report.instalments'> = async (context, input) => {
  const { db, localDate } = context;
  const isDated = input.fromDate !== undefined || input.toDate !== undefined;
  const scope = scopeOf(context, isDated ? input : ALWAYS);
  const instalments = await readInstalments(db, scope);
  const { plannedMinor, coveredMinor } = await readPlannedAndOwed(db, scope);
  const months = [...Map.groupBy(instalments, ({ dueDate }) => dueDate.slice(0, 7))].map(([month, list]) => ({
    month,
    instalmentCount: list.length,
    overdueMinor: sum(list.filter(({ dueDate }) => dueDate < localDate)),
    amountMinor: sum(list),
  }));
  const amountMinor = sum(instalments);
  return await documentOf(
    context,
    'instalments',
    isDated ? scope : { ...scope, toDate: localDate, asOf: true },
    {
      totals: {
        instalmentCount: instalments.length,
        overdueMinor: months.reduce((total, { overdueMinor }) => total + overdueMinor, 0),
        amountMinor,
      },
      sections: [
        sectionOf(context, {
          id: 'months',
          title: say('report.section.months'),
          columns: [
            column('month', 'text'),
            column('instalmentCount', 'quantity'),
            column('overdueMinor', 'money'),
            column('amountMinor', 'money'),
          ],
          rows: months.map((month) => ({ cells: month })),
        }),
        sectionOf(context, {
          id: 'instalments',
          title: say('report.section.instalments'),
          columns: [
            column('date', 'date'),
            column('number', 'text'),
            column('client', 'text'),
            column('name', 'text'),
            column('method', 'text'),
            column('state', 'text'),
            column('amountMinor', 'money'),
          ],
          rows: instalments.map(instalmentRow),
        }),
      ],
      ties: [
        tieOf('instalments-plans', side('instalments', amountMinor), side('plans', plannedMinor)),
        tieOf('instalments-owed', side('instalments', amountMinor), side('plansOwed', coveredMinor)),
      ],
      charts: chartsOf(months),
    },
  );
};

const sum = (list: readonly { amountMinor: number }[]) =>
  list.reduce((total, { amountMinor }) => total + amountMinor, 0);

function instalmentRow(row: InstalmentRow): Row {
  const { dueDate, invoiceNumber, clientName, clientNumber, method, state, amountMinor, invoiceId } = row;
  return {
    cells: {
      date: dueDate,
      number: invoiceNumber,
      client: `${clientName} (${clientNumber})`,
      name: named(row),
      method: sayCode('report.instalmentMethod', method),
      state: sayCode('report.instalmentState', state),
      amountMinor,
    },
    link: { to: 'invoice', id: invoiceId },
  };
}

function chartsOf(months: readonly { month: string; amountMinor: number }[]): Chart[] {
  if (months.length < 2) return [];
  return [
    {
      id: 'instalmentsByMonth',
      title: say('report.chart.instalmentsByMonth'),
      kind: 'columns',
      unit: 'money',
      series: [{ id: 'amountMinor', title: say('report.column.amountMinor') }],
      points: months.map(({ month, amountMinor }) => ({
        at: { fr: month, en: month },
        values: { amountMinor },
      })),
    },
  ];
}
