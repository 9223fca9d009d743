import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareNumbers,
  type DocumentSeries,
  formatNumber,
  formatZNumber,
  parseNumber,
} from '../../shared/domain/document-number.ts';
import { PROPERTY_RUN } from './property-run.ts';

describe('document numbers', () => {
  test.each<[DocumentSeries, number, string]>([
    ['F', 17, 'F-000017'],
    ['NC', 1, 'NC-000001'],
    ['R', 123, 'R-000123'],
    ['RB', 999_999, 'RB-999999'],
    ['DB', 1_000_000, 'DB-1000000'],
  ])('%s %d is %s', (series, count, expected) => {
    expect(formatNumber(series, count)).toBe(expected);
    expect(parseNumber(expected)).toEqual({ series, count });
  });

  test('closing reports are numbered per till', () => {
    expect(formatZNumber(2, 1)).toBe('Z-2-0001');
    expect(parseNumber('Z-2-0001')).toEqual({ series: 'Z', tillId: 2, count: 1 });
  });

  test.each([
    ['f-17', { series: 'F', count: 17 }],
    [' RB-000004 ', { series: 'RB', count: 4 }],
  ])('%s is read as typed', (typed, expected) => {
    expect(parseNumber(typed)).toEqual(expected);
  });

  test.each([
    '',
    'F',
    'F-',
    'F-0',
    'F-1-2',
    'X-1',
    'Z-1',
    'Z-0-1',
    'F-1.5',
    'F--1',
    'F-1e3',
    'F-9999999999999999',
  ])('%j is none of ours', (typed) => {
    expect(parseNumber(typed)).toBeNull();
  });

  test.each([0, -1, 1.5, Number.NaN])('%d numbers nothing', (count) => {
    expect(() => formatNumber('F', count)).toThrow();
  });

  test('printed and read back, and in order of issue', () => {
    const count = fc.integer({ min: 1, max: 20_000_000 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        expect(parseNumber(formatNumber('F', a))).toEqual({ series: 'F', count: a });
        expect(Math.sign(compareNumbers(formatNumber('F', a), formatNumber('F', b)))).toBe(Math.sign(a - b));
      }),
      PROPERTY_RUN,
    );
  });
});
