import type { TFunction } from 'i18next';
import type { Words } from '../../../shared/contract/report-model.ts';
import type { Catalog } from '../../../shared/i18n/catalogs.ts';
import { openTranslator } from '../../../shared/i18n/translator.ts';

/** The paths of a tree of words: "report.column.grossMinor". */
type PathOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathOf<T[K]>}`;
}[keyof T & string];
export type Word = PathOf<Catalog>;

let translators: Readonly<Record<'fr' | 'en', TFunction>> | undefined;

/** A text of the program in both languages. */
export function say(word: Word, values: Record<string, string | number> = {}): Words {
  translators ??= { fr: openTranslator('fr').t, en: openTranslator('en').t };
  const translate = (t: TFunction) => String(t(word as never, values as never));
  return { fr: translate(translators.fr), en: translate(translators.en) };
}

/** A text of the program for a code of the books, such as a method; the code itself when nobody gave it words. */
export function sayCode(group: string, code: string): Words {
  const word = `${group}.${code}` as Word;
  const said = say(word);
  return said.fr === word ? { fr: code, en: code } : said;
}

/** A name of the books; English falls back to French (settled.md 57). */
export const named = (row: { nameFr: string; nameEn: string }): Words => ({
  fr: row.nameFr,
  en: row.nameEn === '' ? row.nameFr : row.nameEn,
});
