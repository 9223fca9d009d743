import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digitsOf, foldText } from '../../shared/domain/search-text.ts';
import { PROPERTY_RUN } from './property-run.ts';

describe('foldText', () => {
  test.each([
    ['Geneviève Côté', 'genevieve cote'],
    ['LÉA-MAUDE', 'lea-maude'],
    ['Sœur Lætitia', 'soeur laetitia'],
    ['François  Noël ', 'francois noel'],
    ['D’Amours', "d'amours"],
    ["L'Écuyer", "l'ecuyer"],
    ['Nguyễn', 'nguyen'],
    ['Straße', 'strasse'],
    ['Ångström', 'angstrom'],
    ['Łukasz', 'lukasz'],
    ['İzmir', 'izmir'],
    ['ﬁtness', 'fitness'],
    ['e\u0301cole', 'ecole'],
    ['', ''],
  ])('%s -> %s', (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  test('composed or decomposed, upper or lower, it folds the same, and folding again changes nothing', () => {
    const letters = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿœæ -');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (all) => {
        const text = all.join('');
        const folded = foldText(text);
        expect(foldText(text.normalize('NFD'))).toBe(folded);
        expect(foldText(text.toUpperCase())).toBe(folded);
        expect(foldText(folded)).toBe(folded);
        expect(folded).toMatch(/^[a-z -]*$/);
      }),
      PROPERTY_RUN,
    );
  });

  test('folding anything twice is folding it once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      PROPERTY_RUN,
    );
  });
});

describe('digitsOf', () => {
  test.each([
    ['(418) 555-0123', '4185550123'],
    ['+1 418.555.0123 poste 4', '141855501234'],
    ['４１８', '418'],
    ['aucun', ''],
  ])('%s -> %s', (text, expected) => {
    expect(digitsOf(text)).toBe(expected);
  });
});
