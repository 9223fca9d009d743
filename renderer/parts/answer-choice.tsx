import {
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleX,
  IconQuestionMark,
  type TablerIcon,
} from '@tabler/icons-react';
import { useWords } from '../shell/language.ts';
import { KeyHint } from './key-hint.tsx';
import classes from './terminal-answer.module.css';
import { useKeys } from './use-keys.ts';

export type TerminalAnswerKind = 'approved' | 'declined' | 'not-done' | 'unknown';

// Never F12: pressed twice at the confirm step it would answer for the clerk
const ANSWERS: readonly { kind: TerminalAnswerKind; keys: string; icon: TablerIcon }[] = [
  { kind: 'approved', keys: 'F7', icon: IconCircleCheck },
  { kind: 'declined', keys: 'F8', icon: IconCircleX },
  { kind: 'not-done', keys: 'F9', icon: IconArrowBackUp },
  { kind: 'unknown', keys: 'F10', icon: IconQuestionMark },
];

interface AnswerChoiceProps {
  readonly onChoose: (kind: TerminalAnswerKind) => void;
  /** Answers that free a hold in doubt: shown with the reason why this clerk may not give them. */
  readonly supervisorOnly: readonly TerminalAnswerKind[];
  readonly without: readonly TerminalAnswerKind[];
  readonly isDisabled: boolean;
}

export function AnswerChoice({ onChoose, supervisorOnly, without, isDisabled }: AnswerChoiceProps) {
  const { t } = useWords();
  const answers = ANSWERS.filter(({ kind }) => !without.includes(kind));
  const isShut = (kind: TerminalAnswerKind) => isDisabled || supervisorOnly.includes(kind);
  useKeys(
    Object.fromEntries(
      answers.map(({ kind, keys }) => [keys, isShut(kind) ? undefined : () => onChoose(kind)]),
    ),
  );
  return (
    <fieldset className={classes.answers}>
      <legend className={classes.heading}>{t('terminal.question')}</legend>
      <div className={classes.grid}>
        {answers.map(({ kind, keys, icon: Icon }) => (
          <button
            key={kind}
            type="button"
            className={classes.answer}
            data-kind={kind}
            disabled={isShut(kind)}
            aria-keyshortcuts={keys}
            onClick={() => onChoose(kind)}
          >
            <Icon size={26} stroke={1.8} aria-hidden="true" />
            <span className={classes.answerWords}>
              <strong>{t(`terminal.answer.${kind}`)}</strong>
              <small>
                {supervisorOnly.includes(kind) ? t('terminal.supervisorOnly') : t(`terminal.meaning.${kind}`)}
              </small>
            </span>
            <KeyHint keys={keys} />
          </button>
        ))}
      </div>
    </fieldset>
  );
}
