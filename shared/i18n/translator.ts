import i18next, { type i18n } from 'i18next';
import { en, fr } from './catalogs.ts';
import {
  formatBalance,
  formatCount,
  formatDate,
  formatInstant,
  formatList,
  formatMoney,
  formatPercent,
  formatTime,
  type Language,
} from './format.ts';

/** Options for i18next's `init`: both catalogs at once; React escapes by itself. */
export const TRANSLATION_OPTIONS = {
  resources: { fr: { translation: fr }, en: { translation: en } },
  fallbackLng: false as const,
  showSupportNotice: false,
  initAsync: false,
  interpolation: { escapeValue: false },
};

const languageOf = (tag: string | undefined): Language => (tag?.startsWith('en') ? 'en' : 'fr');

/** Adds {{x, money}}, balance, percent (basis points), count, date, instant, time and list to an initialised i18next. */
export function addFormats(instance: i18n): void {
  const formatter = instance.services.formatter;
  if (!formatter) throw new Error('i18next has no formatter yet: init it first');
  formatter.add('money', (value, tag) => formatMoney(value, languageOf(tag)));
  formatter.add('balance', (value, tag) => formatBalance(value, languageOf(tag)));
  formatter.add('percent', (value, tag) => formatPercent(value, languageOf(tag)));
  formatter.add('count', (value, tag) => formatCount(value, languageOf(tag)));
  formatter.add('date', (value, tag) => formatDate(value, languageOf(tag)));
  formatter.add('instant', (value, tag, options) => formatInstant(value, languageOf(tag), options.timeZone));
  formatter.add('time', (value, tag, options) => formatTime(value, languageOf(tag), options.timeZone));
  formatter.add('list', (value, tag) => formatList(value, languageOf(tag)));
}

/** A translator of its own, for documents, scenarios and tests; screens init react-i18next with the same options. */
export function openTranslator(language: Language): i18n {
  const instance = i18next.createInstance();
  instance.init({ ...TRANSLATION_OPTIONS, lng: language });
  addFormats(instance);
  return instance;
}
