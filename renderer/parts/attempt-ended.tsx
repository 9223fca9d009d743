import { isTerminalWhy } from '../../shared/i18n/integrated.ts';
import { useWords } from '../shell/language.ts';
import type { AttemptRead } from './terminal-answer.tsx';

const ENDED = ['declined', 'cancelled', 'not-sent', 'not-done-by-operator'] as const;

/** Whether the integrated terminal moved nothing, and its word about it is worth telling. */
export function endedOnTerminal(attempt: AttemptRead | undefined): attempt is AttemptRead {
  return (
    (attempt?.driver === 'nexo' || attempt?.driver === 'gateway') &&
    ENDED.some((state) => state === attempt.state)
  );
}

/** Why an integrated terminal moved nothing: what it answered, what it shows, and what would pass. */
export function AttemptEnded({ attempt }: { attempt: AttemptRead }) {
  const { t } = useWords();
  const state = ENDED.find((each) => each === attempt.state) ?? 'not-sent';
  const text = attempt.evidence.at(-1)?.note ?? '';
  return (
    <>
      <p>{t(attempt.driver === 'gateway' ? 'integrated.endedOnline' : `integrated.ended.${state}`)}</p>
      {state !== 'not-done-by-operator' && isTerminalWhy(attempt.terminalWhy) ? (
        <p>{t(`integrated.why.${attempt.terminalWhy}`)}</p>
      ) : null}
      {state !== 'not-done-by-operator' && text && attempt.driver === 'nexo' ? (
        <p>{t('integrated.said', { text })}</p>
      ) : null}
    </>
  );
}
