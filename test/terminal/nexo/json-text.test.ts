import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalOf, minorOf } from '../../../electron/terminal/nexo/decimal-amount.ts';
import { type Json, JsonNumber, readJson, writeJson } from '../../../electron/terminal/nexo/json-text.ts';
import { PROPERTY_RUN } from '../../domain/property-run.ts';

/** The value with numbers as JavaScript has them, to compare with the language's own reader. */
function plain(value: Json | undefined): unknown {
  if (value instanceof JsonNumber) return Number(value.text);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}

function reading(read: () => unknown): string {
  try {
    return JSON.stringify(read());
  } catch {
    return 'unreadable';
  }
}

test('what the language writes is read the same, and written back the same', () => {
  fc.assert(
    fc.property(fc.json({ depthSize: 'medium', noUnicodeString: false }), (text) => {
      const read = readJson(text);
      expect(JSON.stringify(plain(read))).toBe(JSON.stringify(JSON.parse(text)));
      expect(JSON.parse(writeJson(read as never))).toEqual(JSON.parse(text));
    }),
    PROPERTY_RUN,
  );
});

test('random texts are readable exactly when the language reads them, doubled keys aside', () => {
  const pieces = fc.constantFrom(...'{}[]":,0123456789.eE+-\\ \n\tu', 'null', 'true', '"a"', '\u0000', 'é');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
      const text = list.join('');
      const ours = reading(() => {
        const read = readJson(text);
        if (read === undefined) throw new Error();
        return plain(read);
      });
      if (ours === 'unreadable' && /"a".*"a"/s.test(text)) return;
      expect(ours).toBe(reading(() => JSON.parse(text)));
    }),
    { ...PROPERTY_RUN, numRuns: 3000 },
  );
});

test.each([
  ['{"a":1,"a":1}'],
  ['{"a":1,"\\u0061":2}'],
  ['[1,]'],
  ['{"a":1}x'],
  ['01'],
  ['-'],
  ['"\t"'],
  ['"\\x"'],
  ['\ufeff{}'],
  ['['.repeat(40) + ']'.repeat(40)],
  ['['.repeat(200_000)],
  [`"${'a'.repeat(300_000)}`],
])('unreadable: %.40s', (text) => {
  expect(readJson(text)).toBeUndefined();
});

test('every amount of cents is written and read without a float', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), (minor) => {
      expect(decimalOf(minor)).toMatch(/^\d+\.\d\d$/);
      expect(minorOf(decimalOf(minor))).toBe(minor);
    }),
    PROPERTY_RUN,
  );
  expect(decimalOf(5)).toBe('0.05');
  expect(minorOf('0.29')).toBe(29);
  expect(minorOf('1.1')).toBe(110);
  expect(minorOf('4')).toBe(400);
});

test.each(['', '-1', '1.005', '1e2', '.5', '5.', '90071992547409.93', '1,00', ' 1', 'NaN'])(
  'no amount: %j',
  (text) => {
    expect(minorOf(text)).toBeUndefined();
  },
);

test.each([0, -1, 1.5, Number.NaN, 2 ** 53])('%d is never written as an amount', (minor) => {
  expect(() => decimalOf(minor)).toThrow();
});
