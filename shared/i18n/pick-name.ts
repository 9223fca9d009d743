import type { Language } from './format.ts';

/** A name kept in both languages; English falls back to French (settled.md 57). */
export function pickName(names: { nameFr: string; nameEn: string }, language: Language): string {
  return language === 'en' && names.nameEn !== '' ? names.nameEn : names.nameFr;
}
