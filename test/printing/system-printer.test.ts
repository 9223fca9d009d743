import { expect, test } from 'vitest';
import { paperPage, rollSize } from '../../electron/printing/paper-page.ts';
import { openSystemPrinter, type SystemPrinting } from '../../electron/printing/system-printer.ts';
import { code128 } from '../../shared/document/code128.ts';
import type { PaperRow } from '../../shared/document/lay-paper.ts';

const { signal } = new AbortController();
const rows: PaperRow[] = [
  { style: 'strong', text: '  Centre <du> Faubourg & fils' },
  { style: 'plain', text: '' },
  { style: 'plain', text: 'Total                                    22,98\u00a0$' },
  { style: 'barcode', text: 'F-000001' },
];
const paper = { rows, columns: 48 } as const;

/** The computer with one printer; `answer` is what becomes of each paper. */
function computer(answer: () => Promise<boolean>) {
  const taken: [string, string][] = [];
  const system: SystemPrinting = {
    list: async () => [{ name: 'EPSON_TM', label: 'Epson TM', isDefault: true }],
    print: (name, printed, page) => {
      taken.push([name, paperPage(printed, page)]);
      return answer();
    },
  };
  return { system, taken };
}

test('what the computer took is printed, on the printer of that name', async () => {
  const { system, taken } = computer(async () => true);
  const printer = openSystemPrinter(system, { name: 'EPSON_TM', page: 'roll' });
  expect(await printer.print(async () => paper, signal)).toEqual({ kind: 'printed' });
  expect(taken).toEqual([['EPSON_TM', paperPage(paper, 'roll')]]);
  expect(await printer.kick(signal)).toBeNull();
});

test.each([
  ['is gone', async () => []],
  ['cannot be listed', async () => Promise.reject(new Error('spooler'))],
])('a printer that %s takes no paper, and nothing is marked as sent', async (_, list) => {
  const { system } = computer(async () => true);
  let isAsked = false;
  const printer = openSystemPrinter({ ...system, list }, { name: 'EPSON_TM', page: 'roll' });
  const outcome = await printer.print(async () => {
    isAsked = true;
    return paper;
  }, signal);
  expect(outcome).toEqual({ kind: 'not-sent', problem: 'unreachable' });
  expect(isAsked).toBe(false);
});

test.each([
  ['refused', async () => false],
  ['broken off', async () => Promise.reject(new Error('gone'))],
  ['never answered', () => new Promise<boolean>(() => {})],
])('a paper that is %s may be out: it prints again as a copy', async (_, answer) => {
  const { system } = computer(answer);
  const printer = openSystemPrinter(system, { name: 'EPSON_TM', page: 'roll', takenWithinMs: 20 });
  expect(await printer.print(async () => paper, signal)).toEqual({ kind: 'sent', problem: 'interrupted' });
});

test('the page has every row with its spaces, no script, no address, and no name can become a tag', () => {
  for (const page of ['roll', 'letter'] as const) {
    const html = paperPage(paper, page);
    expect(html).toContain('<div class="strong">  Centre &lt;du&gt; Faubourg &amp; fils</div>');
    expect(html).toContain('22,98\u00a0$');
    expect(html).not.toMatch(/<script|https?:|url\(|src=|href=/);
    expect(html).toContain(page === 'letter' ? 'size: letter' : 'size: 80mm');
  }
  expect(rollSize({ ...paper, columns: 32 }, 'roll')?.widthMm).toBe(58);
  expect(rollSize(paper, 'letter')).toBeNull();
});

/** ISO/IEC 15417, table 1: the characters that document numbers are made of. */
const READ: Readonly<Record<string, string>> = {
  '123122': '0',
  '123221': '1',
  '223211': '2',
  '221132': '3',
  '221231': '4',
  '213212': '5',
  '223112': '6',
  '312131': '7',
  '311222': '8',
  '321122': '9',
  '122132': '-',
  '131123': 'B',
  '131321': 'C',
  '112313': 'D',
  '132311': 'F',
  '113321': 'N',
  '231131': 'R',
  '331121': 'X',
  '312311': 'Z',
};

/** The bars read back as a scanner does; the check character is judged by its own test. */
function scanned(widths: readonly number[]): string {
  const parts = widths.join('').slice(0, -7).match(/.{6}/g) ?? [];
  expect(parts[0]).toBe('211214');
  return parts
    .slice(1, -1)
    .map((part) => READ[part] ?? '?')
    .join('');
}

test.each(['F-000001', 'NC-234567', 'R-000890', 'RB-000001', 'DB-000001', 'Z-1-0001'])(
  'a scanner reads %s from its bars',
  (number) => expect(scanned(code128(number))).toBe(number),
);

test('the check character is the standard’s, each character is eleven modules, no two are alike', () => {
  // (104 + 48×1 + 42×2 + 42×3 + 17×4 + 18×5 + 19×6 + 35×7) mod 103 = 55
  const example = code128('PJJ123C').join('');
  expect(example.slice(-13, -7)).toBe('311321');
  expect(example.slice(-7)).toBe('2331112');
  const all = Array.from({ length: 95 }, (_, value) => code128(String.fromCharCode(value + 32)).slice(6, 12));
  for (const widths of all) {
    const [first = 0, , third = 0, , fifth = 0] = widths;
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11);
    expect((first + third + fifth) % 2).toBe(0);
  }
  expect(new Set(all.map(String)).size).toBe(95);
  expect(() => code128('é')).toThrow();
});
