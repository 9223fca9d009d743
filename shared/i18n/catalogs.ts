import { actionWords } from './action.ts';
import { invoiceWords } from './invoice.ts';
import { refusalWords } from './refusal.ts';
import { refusalPartWords } from './refusal-part.ts';
import { tillWords } from './till.ts';

/** The same tree of keys with other words: a key missing in one language does not compile. */
type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

const french = {
  action: actionWords.fr,
  invoice: invoiceWords.fr,
  refusal: refusalWords.fr,
  refusalPart: refusalPartWords.fr,
  till: tillWords.fr,
};

const english = {
  action: actionWords.en,
  invoice: invoiceWords.en,
  refusal: refusalWords.en,
  refusalPart: refusalPartWords.en,
  till: tillWords.en,
};

export const fr: Same<typeof english> = french;
export const en: Same<typeof french> = english;
/** Every key of the catalogs, for i18next's typed `t`. */
export type Catalog = typeof french;
