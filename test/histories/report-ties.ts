import { expect } from 'vitest';
import type { TableReportName } from '../../shared/contract/contract.ts';
import type { Cells, ReportDocument } from '../../shared/contract/report-model.ts';
import { addDays } from '../../shared/domain/local-time.ts';
import type { TestService } from '../support/test-service.ts';

interface Asked {
  fromDate?: string;
  toDate?: string;
  tillId?: number;
  staffId?: number;
}

const OF_DESK = [
  'report.salesSummary',
  'report.payments',
  'report.refunds',
  'report.tillCloses',
  'report.discounts',
  'report.exceptions',
] as const satisfies readonly TableReportName[];
const OF_BOOKS = [
  'report.receivables',
  'report.taxes',
  'report.accounts',
] as const satisfies readonly TableReportName[];

/** Every report over some periods, tills and people: each must tie out, and none may disagree with another. */
export async function requireTies(desk: TestService, days: readonly [string, string]): Promise<number> {
  const [fromDate, toDate] = days;
  const middle = addDays(fromDate, Math.floor((Date.parse(toDate) - Date.parse(fromDate)) / 172_800_000));
  let ties = 0;
  const ask = async (name: TableReportName, asked: Asked): Promise<ReportDocument> => {
    const report = await desk.call(name, asked);
    const off = report.ties.filter(({ differenceMinor }) => differenceMinor !== 0);
    expect(off, `${name} ${JSON.stringify(asked)}`).toEqual([]);
    expect(report.tiesOut).toBe(true);
    ties += report.ties.length;
    return report;
  };
  for (const period of [
    { fromDate, toDate },
    { fromDate, toDate: middle },
    { fromDate: addDays(middle, 1), toDate },
    { fromDate: toDate, toDate },
  ]) {
    if (period.fromDate > period.toDate) continue;
    const reports = new Map<string, ReportDocument>();
    for (const name of [...OF_DESK, ...OF_BOOKS]) reports.set(name, await ask(name, period));
    await ask('report.instalments', {});
    reports.set('report.held', await ask('report.held', { toDate: period.toDate }));
    requireAgreement((name) => reports.get(`report.${name}`)?.totals ?? {});
  }
  for (const name of OF_DESK) {
    await ask(name, { fromDate, toDate, tillId: desk.tillId });
    await ask(name, { fromDate, toDate, staffId: desk.staffIds.founder });
  }
  return ties;
}

/** One amount, one value, wherever it is read. */
function requireAgreement(totalsOf: (report: string) => Cells): void {
  const of = (report: string, id: string) => Number(totalsOf(report)[id] ?? 0);
  expect(of('taxes', 'gstMinor'), 'GST').toBe(of('salesSummary', 'gstMinor'));
  expect(of('taxes', 'qstMinor'), 'QST').toBe(of('salesSummary', 'qstMinor'));
  expect(of('discounts', 'amountMinor'), 'discounts').toBe(
    of('salesSummary', 'discountsMinor') + of('salesSummary', 'rebatesMinor'),
  );
  expect(of('refunds', 'amountMinor'), 'refunds').toBe(0 - of('payments', 'refundsMinor'));
  expect(of('held', 'openMinor'), 'held').toBe(0 - of('receivables', 'heldMinor'));
  const net = of('salesSummary', 'netMinor');
  const parts = ['grossMinor', 'discountsMinor', 'rebatesMinor', 'creditsMinor'];
  expect(net, 'net').toBe(parts.reduce((sum, id) => sum + of('salesSummary', id), 0));
}

/** The lines of a sales summary, added up, are its products; and the products its types. */
export async function requireDetail(desk: TestService, period: Asked): Promise<void> {
  const summary = await desk.call('report.salesSummary', period);
  const lines = await desk.call('report.salesSummary', { ...period, detail: 'participant' });
  expect(lines.totals).toEqual(summary.totals);
  for (const section of lines.sections) {
    expect(section.rowCount, section.id).toBe(section.rows.length);
    for (const [id, total] of Object.entries(section.totals ?? {}))
      expect(
        section.rows.reduce((sum, { cells }) => sum + Number(cells[id] ?? 0), 0),
        `${section.id} ${id}`,
      ).toBe(total);
    expect(summary.sections.find(({ id }) => id === section.id)?.totals, section.id).toEqual(section.totals);
  }
}
