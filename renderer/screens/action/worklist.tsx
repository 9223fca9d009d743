import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../shell/language.ts';
import type { ActionRow } from './action-sentence.ts';
import type { Worklist as WorklistRead } from './use-worklist.ts';
import classes from './worklist.module.css';
import { WorklistRow } from './worklist-row.tsx';

const ROW_HEIGHT = 116;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 6,
  PageUp: -6,
  Home: -Infinity,
  End: Infinity,
};

interface Props {
  list: WorklistRead;
  totalCount: number;
  chosenId: string | null;
  onChoose: (row: ActionRow) => void;
  /** Letters on a row: `c` claims it or lets go of it. */
  onLetter: (letter: string, row: ActionRow) => void;
}

/** Scrolls at once: a row is as high as the next, and a key pressed again must not wait for an earlier scroll. */
function bringIntoView(frame: HTMLElement, index: number): void {
  const top = index * ROW_HEIGHT;
  const bottom = top + ROW_HEIGHT;
  if (top < frame.scrollTop) frame.scrollTop = top;
  else if (bottom > frame.scrollTop + frame.clientHeight) frame.scrollTop = bottom - frame.clientHeight;
}

/** Oldest first; only the rows on the screen exist. Arrows, Page and Home move, Enter opens, C claims. */
export function Worklist({ list, totalCount, chosenId, onChoose, onLetter }: Props) {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  // On opening, the first row has the focus: the list is what this screen is for
  const wantsFocus = useRef(chosenId === null && document.activeElement?.closest('input') === null);
  const virtual = useVirtualizer({
    count: totalCount,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { show } = list;
  useEffect(() => show(first, last), [show, first, last]);

  // The row that the keys moved to may only exist after the list has scrolled and its page has come
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${place}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent, row: ActionRow, index: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step === undefined) {
      if (event.key.toLowerCase() !== 'c' || event.repeat) return;
      event.preventDefault();
      onLetter('c', row);
      return;
    }
    event.preventDefault();
    const next = Math.max(0, Math.min(totalCount - 1, index + step));
    wantsFocus.current = true;
    setPlace(next);
    if (frame.current) bringIntoView(frame.current, next);
  };

  return (
    <div ref={frame} className={classes.frame}>
      <ul
        className={classes.list}
        aria-label={t('action.list.label')}
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map(({ index, start, key }) => {
          const row = list.rowAt(index);
          return (
            <li
              key={key}
              className={classes.slot}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={totalCount}
              aria-posinset={index + 1}
            >
              {row ? (
                <WorklistRow
                  row={row}
                  index={index}
                  isChosen={row.actionId === chosenId}
                  isTabStop={index === Math.min(place, totalCount - 1)}
                  onFocus={() => setPlace(index)}
                  onChoose={() => onChoose(row)}
                  onKeyDown={(event) => onKeyDown(event, row, index)}
                />
              ) : (
                <div className={classes.blank} aria-hidden="true" />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
