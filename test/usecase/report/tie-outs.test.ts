import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ReadSession } from '../../../electron/ledger/read-session.ts';
import { readReport } from '../../../electron/usecase/report/read-report.ts';
import type { TableReportName } from '../../../shared/contract/contract.ts';
import type { ReportDocument, Tie } from '../../../shared/contract/report-model.ts';
import type { reportWords } from '../../../shared/i18n/report.ts';
import { addProduct, itemIdsOf, openClient, sell } from '../../support/goods.ts';
import { openTestService } from '../../support/test-service.ts';

const DAY = '2026-03-02';
type TieId = keyof typeof reportWords.fr.tie;

let folder: string;
let session: ReadSession;

/** A day with something of everything that a report compares. */
async function writeDay(path: string): Promise<void> {
  const desk = await openTestService({ path });
  const { clientId, personId } = await openClient(desk);
  const goggles = await addProduct(desk, 1999);
  const camp = await addProduct(desk, 30_000, {
    type: 'activity',
    details: { plan: { options: [{ nameFr: 'Trois', nameEn: 'Three', count: 3, every: 'month' }] } },
  });
  const deposit = [{ method: 'cheque' as const, amountMinor: 60_000 }];
  await desk.call('payment.take', { clientId, tenders: deposit, restAsDeposit: true });
  const cash = [{ method: 'cash' as const, tenderedMinor: 2500 }];
  const sold = await sell(desk, { clientId, items: [{ productId: goggles }], tenders: cash });
  await sell(desk, {
    clientId,
    items: [{ productId: goggles, quantity: 2, rebate: { amountMinor: 500, reason: 'geste' } }],
    tenders: [{ method: 'cash', tenderedMinor: 4500 }],
  });
  await sell(desk, { clientId, items: [{ productId: camp, personId, plan: { option: 1 } }] });
  const cheque = [{ method: 'cheque' as const, amountMinor: 1000 }];
  const voided = await desk.call('payment.take', { clientId, tenders: cheque, restAsDeposit: true });
  const [payment] = 'payments' in voided ? voided.payments : [];
  await desk.call('payment.void', { paymentId: payment?.paymentId ?? 0, reason: 'erreur' });
  const [itemId = 0] = await itemIdsOf(desk, sold.invoiceId);
  await desk.call('item.cancel', { itemId, reason: 'retour' });
  const refund = await desk.call('refund.issue', {
    clientId,
    amountMinor: 2298,
    destination: 'cash',
    reason: 'cancelled',
  });
  await desk.call('refund.settle', { refundId: refund.refundId, answer: 'approved' });
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 23_995 });
  await desk.call('till.close', {});
  await desk.close();
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-ties-'));
  const path = join(folder, 'day.guichet');
  await writeDay(path);
  const raw = new Database(path);
  raw.pragma('foreign_keys = OFF');
  raw.pragma('ignore_check_constraints = ON');
  const guards = raw
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all();
  for (const name of guards) raw.exec(`DROP TRIGGER ${name}`);
  session = new ReadSession(raw);
});

afterAll(() => {
  session.database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The ties of a report, after `damage` was done to its ledger by someone who can write the file; undone after. */
async function tiesOf(name: TableReportName, damage?: string): Promise<Tie[]> {
  const context = { at: `${DAY}T22:00:00.000Z`, localDate: DAY, timeZone: 'America/Toronto', rowLimit: null };
  const asked = { fromDate: DAY, toDate: DAY };
  const input = name === 'report.instalments' ? {} : name === 'report.held' ? { toDate: DAY } : asked;
  session.begin();
  try {
    if (damage !== undefined) expect(session.database.prepare(damage).run().changes, damage).toBe(1);
    const report = await readReport(session.handle, { name, input, ...context }, () => {});
    const { ties, tiesOut } = report as ReportDocument;
    expect(tiesOut).toBe(ties.every(({ differenceMinor }) => differenceMinor === 0));
    return ties;
  } finally {
    session.end();
  }
}

const OF_REPORT = {
  sales: 'report.salesSummary',
  money: 'report.payments',
  refunds: 'report.refunds',
  receivable: 'report.receivables',
  held: 'report.held',
  taxes: 'report.taxes',
  closes: 'report.tillCloses',
  discounts: 'report.discounts',
  accounts: 'report.accounts',
  exceptions: 'report.exceptions',
  instalments: 'report.instalments',
} as const satisfies Record<string, TableReportName>;
const reportOf = (tie: TieId) => OF_REPORT[tie.split('-')[0] as keyof typeof OF_REPORT];

/** Seven cents more on the first line of an account that a kind of document posted. */
const posted = (account: string, documents: string) =>
  `UPDATE journal_line SET amount_minor = amount_minor + 7 WHERE id = (SELECT line.id FROM journal_line line
    JOIN journal_entry entry ON entry.id = line.entry_id WHERE line.account GLOB '${account}'
    AND entry.document_kind IN (${documents}) LIMIT 1)`;
const raised = (table: string, column: string, more = '') =>
  `UPDATE ${table} SET ${column} = ${column} + 7 WHERE id = (SELECT id FROM ${table} ${more} LIMIT 1)`;
const SALES = "'invoice', 'credit_memo'";
const MONEY = "'payment'";

/** For each tie, what is done to the books, and the cents by which it must then be off. */
const DAMAGE: Readonly<Record<TieId, [damage: string, offMinor: number]>> = {
  'sales-documents': [raised('invoice', 'total_minor'), -7],
  'sales-gross': [posted('sales:*', SALES), 7],
  'sales-discounts': [posted('discounts:*', SALES), 7],
  'sales-credits': [posted('credits:*', SALES), 7],
  'sales-gst': [posted('tax:gst', SALES), 7],
  'sales-qst': [posted('tax:qst', SALES), 7],
  'sales-clients': [posted('clients', SALES), -7],
  'money-clients': [posted('clients', MONEY), 7],
  'money-places': [posted('cash:*', MONEY), -7],
  'money-drawer': [raised('drawer_event', 'amount_minor', "WHERE kind = 'CASH_REFUND'"), -7],
  'money-z': [
    `UPDATE z_report SET summary = json_set(summary, '$.payments[0].amountMinor',
      json_extract(summary, '$.payments[0].amountMinor') + 7)`,
    -7,
  ],
  'refunds-lines': [raised('refund_outcome_line', 'amount_minor'), -7],
  'refunds-payments': ['UPDATE refund SET client_id = 9999', -2298],
  'refunds-journal': [posted('clients', "'refund'"), -7],
  'receivable-clients': [raised('invoice_item', 'total_minor'), 7],
  'receivable-movement': [raised('credit_memo', 'total_minor'), -7],
  'held-documents': ['UPDATE payment SET client_id = 9999 WHERE amount_minor = 60000', -60_000],
  'held-clients': [posted('clients', MONEY), 7],
  'taxes-gst': [raised('invoice', 'gst_minor'), 7],
  'taxes-qst': [raised('credit_memo', 'qst_minor'), -7],
  'taxes-sales': [raised('invoice_item', 'gst_minor'), -7],
  'taxes-balance': [posted('tax:qst', SALES), 7],
  'closes-difference': [raised('z_report', 'difference_minor'), 7],
  'closes-safe': [raised('z_report', 'counted_minor'), 7],
  'discounts-sales': [raised('discount_line', 'amount_minor'), -7],
  'discounts-journal': [posted('discounts:*', SALES), 7],
  'accounts-balance': [posted('clients', "'invoice'"), 7],
  'accounts-zero': [posted('clients', "'invoice'"), 7],
  'exceptions-voids': ['UPDATE payment_void SET staff_id = 9999', 1000],
  'instalments-plans': ['UPDATE planned_payment SET client_id = 9999 WHERE amount_minor = 11497', -11_497],
  'instalments-owed': [
    raised('allocation', 'amount_minor', 'WHERE item_id IN (SELECT item_id FROM planned_payment)'),
    7,
  ],
};

test('on the day as it was written every tie is even, and each has its damage here', async () => {
  const found: string[] = [];
  for (const name of Object.values(OF_REPORT))
    for (const { id, differenceMinor, left } of await tiesOf(name)) {
      found.push(id);
      expect({ id, differenceMinor }).toEqual({ id, differenceMinor: 0 });
      if (id !== 'accounts-zero') expect(left.amountMinor, id).not.toBe(0);
    }
  expect(found.toSorted()).toEqual(Object.keys(DAMAGE).toSorted());
});

test.each(Object.entries(DAMAGE) as [TieId, [string, number]][])(
  '%s turns red by the exact difference',
  async (id, [damage, offMinor]) => {
    const tie = (await tiesOf(reportOf(id), damage)).find((each) => each.id === id);
    expect(tie?.differenceMinor).toBe(offMinor);
    expect((tie?.left.amountMinor ?? 0) - (tie?.right.amountMinor ?? 0)).toBe(offMinor);
  },
);
