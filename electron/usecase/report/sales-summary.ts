import type { Cells, Chart, Section, Tie } from '../../../shared/contract/report-model.ts';
import { type AccountSum, readSalesEntries } from '../../ledger/report/journal-sums.ts';
import { readSalesLines, type SalesLineRow } from '../../ledger/report/sales-lines.ts';
import { readCredited, readDocumentTotals, readRebates, readSold } from '../../ledger/report/sales-store.ts';
import { type ReportScope, stepsOf } from '../../ledger/report/scope.ts';
import type { ReportContext, ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, sumOf, tieOf } from './report-parts.ts';
import { amountCells, NO_ITEM, type ProductSums, SalesSums, typeWords } from './sales-sums.ts';
import { named, say } from './say.ts';

const amounts = () => [
  column('quantity', 'quantity'),
  column('grossMinor', 'money'),
  column('discountsMinor', 'money'),
  column('rebatesMinor', 'money'),
  column('creditsMinor', 'money'),
  column('netMinor', 'money'),
  column('gstMinor', 'money'),
  column('qstMinor', 'money'),
  column('totalMinor', 'money'),
];

/**
 * Sales by product type, then product, then line (domain.md B22, M22): gross less discounts, rebates and credits is
 * net; with the taxes it is what invoices asked less what credit memos took back.
 */
export const reportSalesSummary: ReportHandler<'report.salesSummary'> = async (context, input) => {
  const { db } = context;
  const scope = scopeOf(context, input);
  const isNarrowed = input.productType !== undefined || input.productId !== undefined;
  const isByLine = input.detail === 'participant';
  const sums = new SalesSums(input);
  const journal: AccountSum[] = [];
  const steps = await stepsOf(db, scope);
  for (const [index, step] of steps.entries()) {
    for (const row of await readSold(db, step)) sums.addSold(row);
    for (const row of await readCredited(db, step)) sums.addCredited(row);
    if (!isNarrowed) journal.push(...(await readSalesEntries(db, step)));
    context.tell(index + 1, steps.length * (isByLine ? 2 : 1));
  }
  for (const row of await readRebates(db, scope)) sums.addRebate(row);
  const types = sums.types();
  const rows = types.map(({ productType, products }): Row => {
    const cells = products.map((product) => ({ cells: amountCells(product) }));
    const link = { to: 'closer', input: { productType, detail: 'participant' } } as const;
    return { cells: { name: typeWords(productType), ...sumOf(amounts(), cells) }, link };
  });
  const columns = [column('name', 'text'), ...amounts()];
  const sections: Section[] = [
    sectionOf(context, { id: 'summary', title: say('report.section.summary'), columns, rows }),
  ];
  for (const { productType, products, lines } of types) {
    const title = typeWords(productType);
    if (isByLine) {
      const wanted = { productType, productId: input.productId ?? null };
      const read = await readLines(context, steps, wanted);
      const totals = sumOf(
        amounts(),
        products.map((product) => ({ cells: amountCells(product) })),
      );
      const given = { id: productType, title, columns: lineColumns(), rows: read.map(lineRow) };
      sections.push(sectionOf(context, { ...given, totals, rowCount: lines }));
    } else
      sections.push(sectionOf(context, { id: productType, title, columns, rows: products.map(productRow) }));
  }
  const totals = sections[0]?.totals ?? {};
  return await documentOf(context, 'salesSummary', scope, {
    totals,
    sections,
    ties: isNarrowed ? [] : await tiesOf(context, scope, totals, journal),
    charts: chartsOf(
      sums,
      types.map(({ productType }) => productType),
    ),
    notes: isNarrowed ? [say('report.note.narrowed')] : [],
  });
};

function productRow(product: ProductSums): Row {
  const { productType, productId, name } = product;
  const closer = { productType, detail: 'participant', ...(productId === null ? {} : { productId }) };
  return { cells: { name, ...amountCells(product) }, link: { to: 'closer', input: closer } };
}

const lineColumns = () => [
  column('date', 'date'),
  column('number', 'text'),
  column('name', 'text'),
  column('participant', 'text'),
  column('client', 'text'),
  ...amounts(),
];

function lineRow(line: SalesLineRow): Row {
  const { localDate, number, participant, clientName, clientNumber, invoiceId, clientId } = line;
  const { quantity, grossMinor, discountsMinor, rebatesMinor, creditsMinor, netMinor, gstMinor, qstMinor } =
    line;
  const who = { participant, client: `${clientName} (${clientNumber})` };
  const lowered = { quantity, grossMinor, discountsMinor, rebatesMinor, creditsMinor };
  const rest = { netMinor, gstMinor, qstMinor, totalMinor: netMinor + gstMinor + qstMinor };
  return {
    cells: { date: localDate, number, name: named(line), ...who, ...lowered, ...rest },
    link: invoiceId === null ? { to: 'client', id: clientId } : { to: 'invoice', id: invoiceId },
  };
}

async function readLines(
  context: ReportContext,
  steps: readonly ReportScope[],
  wanted: { productType: string; productId: number | null },
): Promise<SalesLineRow[]> {
  const lines: SalesLineRow[] = [];
  for (const [index, step] of steps.entries()) {
    const limit = context.rowLimit - lines.length;
    if (limit <= 0) break;
    lines.push(...(await readSalesLines(context.db, step, { ...wanted, limit })));
    context.tell(steps.length + index + 1, steps.length * 2);
  }
  return lines;
}

/** The documents' feet, and the journal account by account (domain.md §2, chart). */
async function tiesOf(
  { db }: ReportContext,
  scope: ReportScope,
  totals: Cells,
  journal: readonly AccountSum[],
): Promise<Tie[]> {
  const { invoicesMinor, memosMinor } = await readDocumentTotals(db, scope);
  const of = (id: string) => Number(totals[id] ?? 0);
  const posted = (isOf: (account: string) => boolean) =>
    journal.reduce((sum, { account, amountMinor }) => sum + (isOf(account) ? amountMinor : 0), 0);
  const group = (prefix: string) => posted((account) => account.startsWith(prefix));
  const lowered = of('discountsMinor') + of('rebatesMinor');
  return [
    tieOf(
      'sales-documents',
      side('salesTotal', of('totalMinor')),
      side('invoicesLessMemos', invoicesMinor - memosMinor),
    ),
    tieOf('sales-gross', side('gross', of('grossMinor')), side('journalSales', 0 - group('sales:'))),
    tieOf('sales-discounts', side('discounts', lowered), side('journalDiscounts', 0 - group('discounts:'))),
    tieOf(
      'sales-credits',
      side('credits', of('creditsMinor')),
      side('journalCredits', 0 - group('credits:')),
    ),
    tieOf('sales-gst', side('gst', of('gstMinor')), side('journalGst', 0 - group('tax:gst'))),
    tieOf('sales-qst', side('qst', of('qstMinor')), side('journalQst', 0 - group('tax:qst'))),
    tieOf(
      'sales-clients',
      side('salesTotal', of('totalMinor')),
      side(
        'journalClients',
        posted((account) => account === 'clients'),
      ),
    ),
  ];
}

function chartsOf(sums: SalesSums, types: readonly string[]): Chart[] {
  const dates = [...sums.days.keys()].sort();
  const drawn = types.filter((productType) => productType !== NO_ITEM);
  if (dates.length < 2 || drawn.length === 0) return [];
  return [
    {
      id: 'salesByDay',
      title: say('report.chart.salesByDay'),
      kind: 'columns',
      unit: 'money',
      series: types.map((id) => ({ id, title: typeWords(id) })),
      points: dates.map((at) => ({ at, values: Object.fromEntries(sums.days.get(at) ?? []) })),
    },
  ];
}
