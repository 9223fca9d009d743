import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Catalog } from '../../shared/i18n/catalogs.ts';
import type { Language } from '../../shared/i18n/format.ts';
import { addFormats, TRANSLATION_OPTIONS } from '../../shared/i18n/translator.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Catalog };
  }
}

const STORED = 'guichet.language';

/** French first; the desk's last choice is kept on the machine until someone signs in. */
export function startLanguage(): void {
  const stored = window.localStorage.getItem(STORED);
  i18next.use(initReactI18next).init({ ...TRANSLATION_OPTIONS, lng: stored === 'en' ? 'en' : 'fr' });
  addFormats(i18next);
  document.documentElement.lang = currentLanguage();
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'fr';
}

/** Switches every word at once, without a reload. */
export function setLanguage(language: Language): void {
  window.localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** The words of the screen and the language they are in; a component that uses it follows a switch at once. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'fr';
  return { t, i18n, language };
}

export { pickName } from '../../shared/i18n/pick-name.ts';
