import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { counterWords } from '../../shared/i18n/counter.ts';
import { refusalWords } from '../../shared/i18n/refusal.ts';
import { reportWords } from '../../shared/i18n/report.ts';
import { reportExportWords } from '../../shared/i18n/report-export.ts';
import { reportScreenWords } from '../../shared/i18n/report-screen.ts';
import { shellWords } from '../../shared/i18n/shell.ts';
import { scanPage } from '../support/axe.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { sell } from '../support/goods.ts';
import { type LoopbackApp, startLoopbackApp } from '../support/loopback-app.ts';
import { pdfPages } from '../support/pdf-text.ts';
import type { TestService } from '../support/test-service.ts';
import { unzip } from '../support/unzip.ts';

const words = reportScreenWords.fr;
const report = reportWords.fr;
const files = reportExportWords.fr;
const isInstalled = (program: string) => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Two invoices of client 2: goggles and a booklet paid by cheque, then two caps on account. */
async function sellSome(desk: TestService): Promise<void> {
  const tenders = [{ method: 'cheque' as const, amountMinor: 3298, chequeNumber: '0042' }];
  await sell(desk, { clientId: 2, items: [{ productId: 1 }, { productId: 2 }], tenders });
  await sell(desk, { clientId: 2, items: [{ productId: 3, quantity: 2 }] });
}

async function open(page: Page, app: LoopbackApp, who = 'founder'): Promise<void> {
  await page.goto(app.address);
  await page.getByRole('button', { name: who }).click();
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
  await page.keyboard.type(FILLED_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

let app: LoopbackApp;

// They only read: one desk serves them all
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  app = await startLoopbackApp({ fill: (path) => fillDesk(path, sellSome) });
});

test.afterAll(async () => {
  await app.discard();
});

test('from the list to the summary of a month, then product by product down to the invoice', async ({
  page,
}) => {
  await open(page, app);
  await page.getByRole('link', { name: shellWords.fr.rail.reports }).click();
  await page.getByRole('link', { name: report.name.salesSummary }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(report.name.salesSummary);
  await page.getByRole('combobox', { name: words.period.kind }).click();
  await page.getByRole('option', { name: words.period.month, exact: true }).click();

  // 19.99 + 10.00 + 2 x 4.95
  const summary = page.getByRole('region', { name: report.section.summary, exact: true }).getByRole('table');
  await expect(summary).toContainText('39,89\u00a0$');
  await expect(page.getByRole('status').filter({ hasText: /Tout concorde/ })).toBeVisible();
  await page.getByText(words.tie.show).click();
  await expect(page.getByText(report.side.journalSales)).toBeVisible();
  await scanPage(page, 'sales summary');

  await summary.getByRole('link', { name: counterWords.fr.type.merchandise }).click();
  const lines = page
    .getByRole('region', { name: counterWords.fr.type.merchandise, exact: true })
    .getByRole('table');
  await expect(lines.getByRole('row')).toHaveCount(1 + 3 + 1);
  await scanPage(page, 'lines of a type');
  await lines.getByRole('link', { name: 'F-000002' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('F-000002');
  await page.goBack();
  await page.getByRole('button', { name: words.wholeReport }).click();
  await expect(page.getByRole('region', { name: report.section.summary, exact: true })).toBeVisible();
});

test('a report is saved as a workbook, as CSV and as a PDF, and the journal as text: each file is opened', async ({
  page,
}) => {
  const save = async (button: string): Promise<Download> => {
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 30_000 }),
      page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    return download;
  };
  const bytesOf = async (download: Download) => await readFile(await download.path());
  await open(page, app);
  await page.evaluate(() => {
    window.location.hash = '#/reports?report=salesSummary&period=month';
  });
  await expect(page.getByRole('region', { name: report.section.summary, exact: true })).toBeVisible();

  await test.step('workbook', async () => {
    const download = await save(files.xlsx);
    expect(download.suggestedFilename()).toMatch(/^Sommaire-des-ventes-[-\d]+\.xlsx$/);
    const parts = unzip(await bytesOf(download));
    const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(2); // the summary and the only type sold
    const summary = String(parts.get('xl/worksheets/sheet1.xml'));
    expect(summary).toContain('<v>39.89</v>');
    expect(summary).toMatch(/<f>SUM\([A-Z]+\d+:[A-Z]+\d+\)<\/f>/);
    expect(String(parts.get('xl/workbook.xml'))).toContain(counterWords.fr.type.merchandise);
  });

  await test.step('CSV', async () => {
    const rows: string[][] = parse(await bytesOf(await save(files.csv)), {
      bom: true,
      relax_column_count: true,
    });
    expect(rows.flat()).toContain(report.name.salesSummary);
    expect(rows.some((row) => row[0] === counterWords.fr.type.merchandise && row.includes('39.89'))).toBe(
      true,
    );
  });

  await test.step('PDF', async () => {
    const text = (await pdfPages(new Uint8Array(await bytesOf(await save(files.pdf))))).join('\n');
    for (const said of [report.name.salesSummary, 'Lunettes', 'Livret', 'Bonnet', '39,89'])
      expect(text).toContain(said);
  });

  await test.step('journal', async () => {
    await page.getByRole('button', { name: words.all }).click();
    const download = await save(files.journal.save);
    expect(download.suggestedFilename()).toBe('Journal.journal');
    const path = await download.path();
    const text = await readFile(path, 'utf8');
    for (const number of ['F-000001', 'F-000002']) expect(text).toContain(number);
    expect(text).not.toContain('Desrosiers');
    if (isInstalled('hledger')) execFileSync('hledger', ['-f', `journal:${path}`, 'check', '--strict']);
    await page.getByLabel(files.journal.syntax).selectOption('beancount');
    await page.getByLabel(files.journal.form).selectOption('daily');
    const daily = await save(files.journal.save);
    expect(daily.suggestedFilename()).toBe('Journal.beancount');
    if (isInstalled('bean-check'))
      expect(execFileSync('bean-check', [await daily.path()], { encoding: 'utf8' })).toBe('');
    await expect(page.getByText(/Journal enregistré/)).toBeVisible();
    await scanPage(page, 'list of reports');
  });
});

test('the period before is one press away, and says that it is empty', async ({ page }) => {
  await open(page, app);
  await page.evaluate(() => {
    window.location.hash = '#/reports?report=payments&period=month';
  });
  await expect(page.getByRole('region', { name: report.section.method, exact: true })).toBeVisible();
  await page.getByRole('button', { name: words.period.before }).click();
  await expect(page.getByText(words.empty)).toBeVisible();
  await page.getByRole('button', { name: words.period.after }).click();
  await expect(page.getByRole('region', { name: report.section.method, exact: true })).toBeVisible();
  await page.getByText('EN', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reportWords.en.name.payments);
  await expect(page.getByRole('region', { name: reportWords.en.section.method, exact: true })).toBeVisible();
  await page.getByText('FR', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(report.name.payments);
});

test('a long report is stopped, the screen is free at once, and it can be asked for again', async ({
  page,
}) => {
  await open(page, app);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let isFirst = true;
  await page.route('**/call/report.salesSummary', async (route) => {
    if (isFirst) {
      isFirst = false;
      await held;
    }
    await route.continue();
  });
  await page.evaluate(() => {
    window.location.hash = '#/reports?report=salesSummary&period=month';
  });
  await expect(page.getByText(/Le rapport se prépare/)).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
  const cancelled = page.waitForResponse('**/call/report.cancel');
  await page.getByRole('button', { name: words.stop }).click();
  expect((await cancelled).ok()).toBe(true);
  await expect(page.getByRole('alert')).toContainText(refusalWords.fr['report-stopped']);
  answer();
  await page.getByRole('button', { name: words.again }).click();
  await expect(page.getByRole('region', { name: report.section.summary, exact: true })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('books that disagree are shown at once, with the exact difference', async ({ page }) => {
  await open(page, app);
  await page.route('**/call/report.payments', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text())
      .replace('"tiesOut":true', '"tiesOut":false')
      .replace('"differenceMinor":0', '"differenceMinor":-7');
    await route.fulfill({ response: answer, body });
  });
  await page.evaluate(() => {
    window.location.hash = '#/reports?report=payments&period=month';
  });
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(words.tie.off_one.replace('{{count}}', '1'));
  await expect(alert).toContainText(/Écart de .*0,07\u00a0\$/);
  await scanPage(page, 'a difference');
});

test('a clerk finds no reports', async ({ page }) => {
  await open(page, app, 'clerk');
  await expect(page.getByRole('link', { name: shellWords.fr.rail.reports })).toHaveCount(0);
  await page.evaluate(() => {
    window.location.hash = '#/reports?report=salesSummary';
  });
  await expect(page.getByText(words.closed)).toBeVisible();
});
