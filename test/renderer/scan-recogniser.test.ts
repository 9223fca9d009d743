import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScanRecogniser } from '../../renderer/parts/scan-recogniser.ts';

/** Types keys `gapMs` apart on a clock of its own and gives what was recognised at the end. */
function typed(keys: readonly string[], gapMs: number | ((index: number) => number)): string | null {
  const recogniser = new ScanRecogniser();
  let atMs = 1_000_000;
  let code: string | null = null;
  keys.forEach((key, index) => {
    atMs += typeof gapMs === 'number' ? gapMs : gapMs(index);
    code = recogniser.hear(key, atMs).code ?? code;
  });
  return code;
}
const scan = (text: string, suffix = 'Enter') => [...text, suffix];

describe('a scanner', () => {
  test.each([
    ['a barcode', '0062067009655'],
    ['a receipt', 'F-000123'],
    ['a card with letters', 'CARTE42'],
    ['the shortest', 'A1B2'],
  ])('%s', (_, code) => {
    expect(typed(scan(code), 8)).toBe(code);
    expect(typed(scan(code, 'Tab'), 55)).toBe(code);
  });

  test('capitals come with a held Shift', () => {
    expect(typed(['Shift', 'F', '-', '0', '0', '1', '2', 'Enter'], 10)).toBe('F-0012');
  });

  test('two scans in a row are two codes', () => {
    const recogniser = new ScanRecogniser();
    const codes = [...scan('111111'), ...scan('222222')].map(
      (key, index) => recogniser.hear(key, index * 5).code,
    );
    expect(codes.filter(Boolean)).toEqual(['111111', '222222']);
  });

  test('what a person had begun to type is not part of it', () => {
    expect(typed(['3', '*', ...scan('0062067')], (index) => (index <= 2 ? 300 : 6))).toBe('0062067');
  });

  test('tells where it began, so that the field can be put back as it was', () => {
    const recogniser = new ScanRecogniser();
    expect(recogniser.hear('3', 0).began).toBe(true);
    expect(recogniser.hear('1', 400).began).toBe(true);
    expect(recogniser.hear('2', 410)).toEqual({ began: false, follows: true, code: null });
    expect(recogniser.hear('-', 600).follows).toBe(false);
  });
});

describe('not a scanner', () => {
  test.each([
    ['a hand', '0062067009655', 56],
    ['too short', '123', 5],
    ['no digit', 'bonnet', 5],
    ['words', 'deux 12', 5],
    ['an amount with its comma', '12,50', 5],
    ['a quantity', '2*1234', 5],
  ])('%s', (_, text, gapMs) => {
    expect(typed(scan(text), gapMs)).toBeNull();
  });

  test('a code that takes more than a second and a half', () => {
    expect(typed(scan('1'.repeat(40)), 40)).toBeNull();
  });

  test('a code without its Enter, or whose Enter comes late', () => {
    expect(typed([...'0062067'], 5)).toBeNull();
    expect(typed(scan('0062067'), (index) => (index === 7 ? 80 : 5))).toBeNull();
  });

  test('an arrow in the middle', () => {
    expect(typed(['1', '2', '3', 'ArrowLeft', '4', 'Enter'], 5)).toBeNull();
  });

  test('any text with one pause longer than a scanner makes', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{4,13}$/),
        fc.integer({ min: 56, max: 5000 }),
        fc.nat(),
        (text, pauseMs, at) => {
          const pausedAt = Math.max(1, text.length - 2) + (at % 3);
          expect(typed(scan(text), (index) => (index === pausedAt ? pauseMs : 5))).not.toBe(text);
        },
      ),
      { seed: 20_261_124, numRuns: 300 },
    );
  });
});
