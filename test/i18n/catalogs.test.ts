import { describe, expect, test } from 'vitest';
import { en, fr } from '../../shared/i18n/catalogs.ts';

function leaves(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]: [string, object | string]) =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

const variablesOf = (words: string) =>
  [...words.matchAll(/\{\{([^}]+)\}\}/g)].map(([, inner]) => inner).sort();

describe('both catalogs', () => {
  const french = leaves(fr);
  const english = new Map(leaves(en));

  test('have the same keys and put the same things into each sentence', () => {
    expect(new Set(french.map(([path]) => path))).toEqual(new Set(english.keys()));
    for (const [path, words] of french)
      expect(variablesOf(english.get(path) ?? ''), path).toEqual(variablesOf(words));
  });

  test('no French line breaks before a colon, a dollar sign, or inside guillemets', () => {
    for (const [path, words] of french) expect(words, path).not.toMatch(/ [:;»%]| \$(?!t\()|« /);
  });

  test('nothing is left empty', () => {
    for (const [path, words] of [...french, ...english]) expect(words.trim(), path).not.toBe('');
  });
});
