import type { Language } from '../../shared/i18n/format.ts';
import { useWords } from '../shell/language.ts';
import { useRead } from './use-read.ts';

/** The language of the person at the counter (settled.md 57); the screen's until the account is read, or without one. */
export function useClientLanguage(clientId: number | null): Language {
  const { language } = useWords();
  const account = useRead('client.read', { clientId: clientId ?? 1 }, { enabled: clientId !== null });
  return account.data?.client.language ?? language;
}
