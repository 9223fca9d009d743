import { useCallback } from 'react';
import { describeFailure, type Failure } from '../../shared/i18n/describe-failure.ts';
import { useWords } from '../shell/language.ts';
import { useOrganisation } from './use-organisation.ts';

/** The sentence of a refusal in the language of the screen, saying what would pass. */
export function useRefusalText(): (failure: Failure) => string {
  const { i18n, t } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  return useCallback(
    (failure) =>
      failure.code === 'incident'
        ? t('shell.incident', { number: (failure.detail as { incident?: string }).incident ?? '' })
        : describeFailure(i18n, failure, timeZone),
    [i18n, t, timeZone],
  );
}
