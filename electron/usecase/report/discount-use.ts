import {
  readDiscountUse,
  readWithdrawnDiscounts,
  type WithdrawnRow,
} from '../../ledger/report/discount-use-store.ts';
import { readSalesEntries } from '../../ledger/report/journal-sums.ts';
import { readSold } from '../../ledger/report/sales-store.ts';
import { type ReportScope, stepsOf } from '../../ledger/report/scope.ts';
import type { ReportContext, ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { SalesSums } from './sales-sums.ts';
import { named, say } from './say.ts';

const columns = () => [
  column('name', 'text'),
  column('code', 'text'),
  column('ledgerCode', 'text'),
  column('invoiceCount', 'quantity'),
  column('itemCount', 'quantity'),
  column('clientCount', 'quantity'),
  column('amountMinor', 'money'),
];

/** What each discount rule and each manual rebate took off, and for how many (domain.md B5, B22). */
export const reportDiscounts: ReportHandler<'report.discounts'> = async (context, input) => {
  const scope = scopeOf(context, input);
  const { lowered, posted } = await readLowered(context, scope);
  const uses = await readDiscountUse(context.db, scope);
  const withdrawn = await readWithdrawnDiscounts(context.db, scope);
  const section = (id: 'rules' | 'rebates' | 'withdrawn', rows: readonly Row[]) =>
    sectionOf(context, {
      id,
      title: say(`report.section.${id}`),
      columns: columns(),
      rows,
      // Documents and clients of two rules may be the same: only the amounts add up
      totals: { amountMinor: rows.reduce((sum, { cells }) => sum + Number(cells.amountMinor), 0) },
    });
  const used = (isRebate: 0 | 1) =>
    uses
      .filter((use) => use.isRebate === isRebate)
      .map((use) => ({ cells: { ...cellsOf(use), code: use.code, amountMinor: 0 - use.amountMinor } }));
  const sections = [
    section('rules', used(0)),
    section('rebates', used(1)),
    section(
      'withdrawn',
      withdrawn.map((row) => ({ cells: { ...cellsOf(row), amountMinor: row.amountMinor } })),
    ),
  ];
  const amountMinor = sections.reduce((sum, { totals }) => sum + Number(totals?.amountMinor ?? 0), 0);
  return await documentOf(context, 'discounts', scope, {
    totals: { amountMinor },
    sections,
    ties: [
      tieOf('discounts-sales', side('discounts', amountMinor), side('salesDiscounts', lowered)),
      tieOf('discounts-journal', side('discounts', amountMinor), side('journalDiscounts', posted)),
    ],
  });
};

function cellsOf(use: WithdrawnRow) {
  const { ledgerCode, invoices, items, clients } = use;
  return { name: named(use), ledgerCode, invoiceCount: invoices, itemCount: items, clientCount: clients };
}

/** Gross less net of what was sold, and the discount accounts of the journal. */
async function readLowered({ db, tell }: ReportContext, scope: ReportScope) {
  const sums = new SalesSums();
  let posted = 0;
  const steps = await stepsOf(db, scope);
  for (const [index, step] of steps.entries()) {
    for (const row of await readSold(db, step)) sums.addSold(row);
    for (const { account, amountMinor } of await readSalesEntries(db, step))
      if (account.startsWith('discounts:')) posted -= amountMinor;
    tell(index + 1, steps.length + 1);
  }
  const lowered = [...sums.products.values()].reduce((sum, { discountsMinor }) => sum + discountsMinor, 0);
  return { lowered, posted };
}
