import { type KeyboardEvent, useRef } from 'react';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './action.module.css';
import { type ActionRow, actionSentence } from './action-sentence.ts';

interface Props {
  actions: readonly ActionRow[];
  chosenId: string | null;
  onChoose: (row: ActionRow) => void;
}

/** Oldest first; the arrows go up and down, Enter opens. */
export function ActionList({ actions, chosenId, onChoose }: Props) {
  const { t } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const rows = useRef<(HTMLButtonElement | null)[]>([]);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    rows.current[index + step]?.focus();
  };
  return (
    <ul className={classes.list} aria-label={t('action.list')}>
      {actions.map((row, index) => (
        <li key={row.actionId}>
          <button
            type="button"
            ref={(element) => {
              rows.current[index] = element;
            }}
            // biome-ignore lint/a11y/noAutofocus: the list is what this screen is for
            autoFocus={index === 0 && chosenId === null}
            className={classes.row}
            aria-current={row.actionId === chosenId}
            onKeyDown={(event) => onKeyDown(event, index)}
            onClick={() => onChoose(row)}
          >
            <span className={classes.sentence}>{actionSentence(t, row)}</span>
            <span className={classes.amount}>
              <Amount minor={row.amountMinor} strong />
            </span>
            <span className={classes.client}>{row.clientName}</span>
            <span />
            <span className={classes.soft}>
              {t('action.sinceFull', { at: row.since, timeZone })}
              {row.staffName === null ? null : ` · ${t('action.by', { name: row.staffName })}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
