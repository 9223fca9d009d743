import type { Chart, Section, Tie, Words } from '../../../shared/contract/report-model.ts';
import { type AccountSum, readMoneyEntries } from '../../ledger/report/journal-sums.ts';
import {
  type MoneyRow,
  readClosedMoney,
  readDrawerCash,
  readLinkedPayments,
  readMoney,
} from '../../ledger/report/money-store.ts';
import { type ReportScope, stepsOf } from '../../ledger/report/scope.ts';
import type { ReportContext, ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { say, sayCode } from './say.ts';
import { instantsOf } from './scope-instants.ts';

const columns = () => [
  column('name', 'text'),
  column('paymentCount', 'quantity'),
  column('paymentsMinor', 'money'),
  column('voidsMinor', 'money'),
  column('returnsMinor', 'money'),
  column('refundCount', 'quantity'),
  column('refundsMinor', 'money'),
  column('keptMinor', 'money'),
];

export const methodWords = (method: string): Words => sayCode('invoice.method', method);

/** Money received and given back, by method, till, person and ledger code (domain.md B9, B20, B22). */
export const reportPayments: ReportHandler<'report.payments'> = async (context, input) => {
  const { db } = context;
  const scope = scopeOf(context, input);
  const rows: MoneyRow[] = [];
  const journal: AccountSum[] = [];
  const steps = await stepsOf(db, scope);
  for (const [index, step] of steps.entries()) {
    rows.push(...(await readMoney(db, step)));
    journal.push(...(await readMoneyEntries(db, step)));
    context.tell(index + 1, steps.length + 1);
  }
  const by = (id: string, title: Words, nameOf: (row: MoneyRow) => Words) =>
    sectionOf(context, { id, title, columns: columns(), rows: groupRows(rows, nameOf) });
  const byMethod = by('method', say('report.section.method'), ({ method }) => methodWords(method));
  const totals = byMethod.totals ?? {};
  const roundingMinor = rows.reduce((sum, row) => sum + row.roundingMinor, 0);
  return await documentOf(context, 'payments', scope, {
    totals: { ...totals, roundingMinor },
    sections: [
      byMethod,
      by('till', say('report.section.till'), ({ tillName }) =>
        tillName === null ? say('report.noTill') : { fr: tillName, en: tillName },
      ),
      by('staff', say('report.section.staff'), ({ staffName }) =>
        staffName === null ? say('report.nobody') : { fr: staffName, en: staffName },
      ),
      await ledgerCodeSection(context, scope, rows),
    ],
    ties: await tiesOf(context, scope, rows, journal),
    charts: chartsOf(byMethod),
  });
};

function groupRows(rows: readonly MoneyRow[], nameOf: (row: MoneyRow) => Words): Row[] {
  const groups = [...Map.groupBy(rows, (row) => nameOf(row).fr)];
  const sum = (list: readonly MoneyRow[], of: (row: MoneyRow) => number) =>
    list.reduce((total, row) => total + of(row), 0);
  return groups
    .map(([, list]) => {
      const [first] = list;
      const ofKind = (kind: MoneyRow['kind']) => list.filter((row) => row.kind === kind);
      const amount = (kind: MoneyRow['kind']) => sum(ofKind(kind), ({ amountMinor }) => amountMinor);
      return {
        cells: {
          name: first ? nameOf(first) : null,
          paymentCount: sum(ofKind('payment'), ({ count }) => count),
          paymentsMinor: amount('payment'),
          voidsMinor: amount('void'),
          returnsMinor: amount('return'),
          refundCount: sum(ofKind('refund'), ({ count }) => count),
          refundsMinor: amount('refund'),
          keptMinor: sum(list, ({ amountMinor }) => amountMinor),
        },
      };
    })
    .toSorted((left, right) => right.cells.paymentsMinor - left.cells.paymentsMinor);
}

/** A payment has a ledger code only through the items it is linked to (domain.md B22). */
async function ledgerCodeSection(
  context: ReportContext,
  scope: ReportScope,
  rows: readonly MoneyRow[],
): Promise<Section> {
  const { endsAt } = instantsOf(context, scope);
  const linked = await readLinkedPayments(context.db, { ...scope, endsAt });
  const receivedMinor = rows.reduce((sum, row) => sum + (row.kind === 'refund' ? 0 : row.amountMinor), 0);
  const linkedMinor = linked.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const unlinked = { ledgerCode: say('report.unlinked'), keptMinor: receivedMinor - linkedMinor };
  const cells = [
    ...linked.map(({ ledgerCode, amountMinor }) => ({
      ledgerCode: ledgerCode ?? say('report.givenBack'),
      keptMinor: amountMinor,
    })),
    ...(unlinked.keptMinor === 0 ? [] : [unlinked]),
  ];
  return sectionOf(context, {
    id: 'ledgerCode',
    title: say('report.section.ledgerCode'),
    columns: [column('ledgerCode', 'text'), { ...column('keptMinor', 'money'), title: say('report.linked') }],
    rows: cells.map((each) => ({ cells: each })),
  });
}

const MONEY_PLACES = /^(cash:|terminal:|cheques$|online-card$|echeck$|bank$)/;

async function tiesOf(
  context: ReportContext,
  scope: ReportScope,
  rows: readonly MoneyRow[],
  journal: readonly AccountSum[],
): Promise<Tie[]> {
  const sum = (of: (row: MoneyRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const posted = (isOf: (account: string) => boolean) =>
    journal.reduce((total, { account, amountMinor }) => total + (isOf(account) ? amountMinor : 0), 0);
  const keptMinor = sum(({ amountMinor }) => amountMinor);
  const roundingMinor = sum((row) => row.roundingMinor);
  const ties = [
    tieOf(
      'money-clients',
      side('moneyKept', keptMinor),
      side('journalMoneyClients', 0 - posted((account) => account === 'clients')),
    ),
    tieOf(
      'money-places',
      side('moneyWithRounding', keptMinor + roundingMinor),
      side(
        'journalPlaces',
        posted((account) => MONEY_PLACES.test(account)),
      ),
    ),
  ];
  if (scope.staffId !== null) return ties;
  const cashMinor = sum((row) => (row.method === 'cash' ? row.amountMinor + row.roundingMinor : 0));
  const drawerMinor = await readDrawerCash(context.db, {
    ...instantsOf(context, scope),
    tillId: scope.tillId,
  });
  const { printedMinor, documentsMinor } = await readClosedMoney(context.db, scope);
  return [
    ...ties,
    tieOf('money-drawer', side('cashKept', cashMinor), side('drawerEvents', drawerMinor)),
    tieOf('money-z', side('closedDocuments', documentsMinor), side('zReports', printedMinor)),
  ];
}

function chartsOf(byMethod: Section): Chart[] {
  if (byMethod.rows.length < 2) return [];
  return [
    {
      id: 'tenderMix',
      title: say('report.chart.tenderMix'),
      kind: 'parts',
      unit: 'money',
      series: [{ id: 'paymentsMinor', title: say('report.column.paymentsMinor') }],
      points: byMethod.rows.map(({ cells }) => ({
        at: cells.name as Words,
        values: { paymentsMinor: Number(cells.paymentsMinor) },
      })),
    },
  ];
}
