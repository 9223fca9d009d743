import { addDays } from '../../../shared/domain/local-time.ts';
import { readAccountBalance, readAccounts } from '../../ledger/report/journal-sums.ts';
import { readCredited, readSold } from '../../ledger/report/sales-store.ts';
import { stepsOf } from '../../ledger/report/scope.ts';
import { readFeeTaxes, readTaxes, type TaxRow } from '../../ledger/report/tax-store.ts';
import type { ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { SalesSums } from './sales-sums.ts';
import { named, say } from './say.ts';

const columns = () => [
  column('month', 'text'),
  column('collectedGstMinor', 'money'),
  column('reversedGstMinor', 'money'),
  column('gstMinor', 'money'),
  column('collectedQstMinor', 'money'),
  column('reversedQstMinor', 'money'),
  column('qstMinor', 'money'),
  column('taxesMinor', 'money'),
];

/** Taxes to remit: collected on invoices, given back by credit memos, and the part that fees brought (domain.md B12). */
export const reportTaxes: ReportHandler<'report.taxes'> = async (context, input) => {
  const { db } = context;
  const scope = scopeOf(context, input);
  const sales = new SalesSums();
  const steps = await stepsOf(db, scope);
  for (const [index, step] of steps.entries()) {
    for (const row of await readSold(db, step)) sales.addSold(row);
    for (const row of await readCredited(db, step)) sales.addCredited(row);
    context.tell(index + 1, steps.length + 1);
  }
  const months = sectionOf(context, {
    id: 'months',
    title: say('report.section.months'),
    columns: columns(),
    rows: monthRows(await readTaxes(db, scope)),
  });
  const fees = await readFeeTaxes(db, scope);
  const totals = months.totals ?? {};
  const of = (id: string) => Number(totals[id] ?? 0);
  const sold = (part: 'gstMinor' | 'qstMinor') =>
    [...sales.products.values()].reduce((sum, product) => sum + product[part], 0);
  const accounts = await readAccounts(db, scope);
  const moved = (name: string) => {
    const account = accounts.find((each) => each.account === name);
    return (account?.creditMinor ?? 0) - (account?.debitMinor ?? 0);
  };
  const owed = async (toDate: string) =>
    0 - (await readAccountBalance(db, 'tax:gst', toDate)) - (await readAccountBalance(db, 'tax:qst', toDate));
  return await documentOf(context, 'taxes', scope, {
    totals,
    sections: [
      months,
      sectionOf(context, {
        id: 'fees',
        title: say('report.section.fees'),
        columns: [
          column('name', 'text'),
          column('quantity', 'quantity'),
          column('netMinor', 'money'),
          column('gstMinor', 'money'),
          column('qstMinor', 'money'),
        ],
        rows: fees.map((fee) => ({
          cells: {
            name: named(fee),
            quantity: fee.count,
            netMinor: fee.netMinor,
            gstMinor: fee.gstMinor,
            qstMinor: fee.qstMinor,
          },
        })),
      }),
    ],
    ties: [
      tieOf('taxes-gst', side('gst', of('gstMinor')), side('journalGst', moved('tax:gst'))),
      tieOf('taxes-qst', side('qst', of('qstMinor')), side('journalQst', moved('tax:qst'))),
      tieOf(
        'taxes-sales',
        side('taxes', of('taxesMinor')),
        side('salesTaxes', sold('gstMinor') + sold('qstMinor')),
      ),
      tieOf(
        'taxes-balance',
        side('openingAndTaxes', (await owed(addDays(scope.fromDate, -1))) + of('taxesMinor')),
        side('journalTaxes', await owed(scope.toDate)),
      ),
    ],
  });
};

function monthRows(rows: readonly TaxRow[]): Row[] {
  return [...Map.groupBy(rows, ({ month }) => month)].map(([month, list]) => {
    const of = (kind: TaxRow['kind'], part: 'gstMinor' | 'qstMinor') =>
      list.reduce((sum, row) => sum + (row.kind === kind ? row[part] : 0), 0);
    const collectedGstMinor = of('collected', 'gstMinor');
    const reversedGstMinor = of('reversed', 'gstMinor');
    const collectedQstMinor = of('collected', 'qstMinor');
    const reversedQstMinor = of('reversed', 'qstMinor');
    const gstMinor = collectedGstMinor + reversedGstMinor;
    const qstMinor = collectedQstMinor + reversedQstMinor;
    const gst = { collectedGstMinor, reversedGstMinor, gstMinor };
    const qst = { collectedQstMinor, reversedQstMinor, qstMinor };
    return { cells: { month, ...gst, ...qst, taxesMinor: gstMinor + qstMinor } };
  });
}
