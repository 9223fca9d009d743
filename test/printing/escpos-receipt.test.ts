import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeReceipt, printable } from '../../electron/printing/escpos-receipt.ts';
import type { Columns, PaperRow } from '../../shared/document/lay-paper.ts';
import { decodeEscpos } from './decode-escpos.ts';

const GOLDEN = join(import.meta.dirname, '../document/golden');
const STYLES = { '*': 'strong', '|': 'barcode', ' ': 'plain' } as const;

/** A golden paper's rows: its first column is the style. */
function goldenRows(file: string): PaperRow[] {
  const lines = readFileSync(join(GOLDEN, file), 'utf8').replace(/\n$/, '').split('\n');
  return lines.map((line) => ({
    style: STYLES[(line.charAt(0) || ' ') as keyof typeof STYLES],
    text: line.slice(1),
  }));
}

const columnsOf = (file: string): Columns => (file.endsWith('-48.txt') ? 48 : 32);
/** An empty row has no weight. */
const weigh = <T extends { style: string; text: string }>(row: T) =>
  row.text === '' ? { style: 'plain', text: '' } : { style: row.style, text: row.text };

const files = globSync('*.txt', { cwd: GOLDEN }).toSorted();

describe('every golden paper', () => {
  test('there are at least 48', () => expect(files.length).toBeGreaterThanOrEqual(48));

  test.each(files)('%s comes out of the printer as the screen shows it', (file) => {
    const rows = goldenRows(file);
    const printed = decodeEscpos(encodeReceipt(rows, columnsOf(file)));
    expect(printed.rows.slice(0, rows.length).map(weigh)).toEqual(rows.map(weigh));
    expect(printed.rows.slice(rows.length)).toEqual(Array(4).fill({ style: 'plain', text: '' }));
    expect(printed.cuts).toEqual([rows.length + 4]);
    expect(printed.pulses).toEqual([]);
  });
});

test('French letters, typographic signs and the no-break space come out as they are', () => {
  const text = 'ÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆàâçéèêëîïôùûüÿœæ«»’€\u00a0$';
  expect(decodeEscpos(encodeReceipt([{ style: 'plain', text }], 48)).rows[0]?.text).toBe(text);
});

test('an accent the printer lacks is dropped, another script prints as question marks, no column moves', () => {
  expect(printable('Łukasz Dvořák')).toBe('?ukasz Dvorák');
  expect(printable('日本')).toBe('??');
  expect(printable('e\u0301te\u0301')).toBe('été');
});

test('no text commands the printer: any row decodes to one row, with no pulse and one cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 48 }), { maxLength: 10 }), (texts) => {
      const rows = texts.map((text) => ({ style: 'plain', text }) as const);
      const printed = decodeEscpos(encodeReceipt(rows, 48));
      expect(printed.rows.slice(0, texts.length).map(({ text }) => text)).toEqual(texts.map(printable));
      expect(printed.rows).toHaveLength(texts.length + 4);
      expect(printed.pulses).toEqual([]);
      expect(printed.cuts).toHaveLength(1);
    }),
    { numRuns: 500, seed: 5 },
  );
});
