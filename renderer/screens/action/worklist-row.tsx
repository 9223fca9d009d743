import { IconMessageCircle, IconUserCheck } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { type ActionRow, actionSentence } from './action-sentence.ts';
import { actionTone } from './action-tone.ts';
import classes from './worklist.module.css';

interface Props {
  row: ActionRow;
  index: number;
  isChosen: boolean;
  /** The one row of the list that Tab reaches. */
  isTabStop: boolean;
  onChoose: () => void;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** One row: what it is, what happened, since when, how much, and who is on it. */
export function WorklistRow(props: Props) {
  const { row, index, isChosen, isTabStop, onChoose, onFocus, onKeyDown } = props;
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const isOver = row.state === 'resolved-elsewhere';
  return (
    <button
      type="button"
      className={classes.row}
      data-index={index}
      data-over={isOver}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isChosen}
      onClick={onChoose}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      <span className={classes.rowHead}>
        <StatusBadge
          tone={actionTone(row)}
          label={t(isOver ? 'action.list.resolved' : `action.kind.${row.kind}`)}
        />
        <Amount minor={row.amountMinor} strong />
      </span>
      <span className={classes.sentence}>
        {row.clientName === null ? null : <strong className={classes.client}>{row.clientName}. </strong>}
        {actionSentence(t, row, language)}
      </span>
      <span className={classes.rowFoot}>
        <span>{t('action.sinceFull', { at: row.since, timeZone })}</span>
        {row.noteCount > 0 ? (
          <span className={classes.mark}>
            <IconMessageCircle size={15} aria-hidden="true" />
            {t('action.list.notes', { count: row.noteCount })}
          </span>
        ) : null}
        {row.claim ? (
          <span className={classes.mark} data-mine={row.claim.isMine}>
            <IconUserCheck size={15} aria-hidden="true" />
            {row.claim.isMine ? t('action.claim.mine') : t('action.claim.by', { name: row.claim.staffName })}
          </span>
        ) : null}
      </span>
    </button>
  );
}
