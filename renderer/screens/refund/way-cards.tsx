import { IconCheck, IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { RefundDestination } from '../../../shared/domain/refund-destination.ts';
import { useWords } from '../../shell/language.ts';
import classes from './refund.module.css';

export interface Way {
  readonly key: string;
  readonly destination: RefundDestination | 'several' | 'account';
  readonly terminalId: number | null;
  readonly name: string;
  readonly isAllowed: boolean;
  /** True when a clerk may take it with an approval only. */
  readonly needsSupervisor: boolean;
  /** Why not, what it asks for, or what it does: one short sentence each. */
  readonly help: readonly string[];
}

interface Props {
  ways: readonly Way[];
  chosenKey: string | null;
  onChoose: (way: Way) => void;
  describedBy?: string | undefined;
}

/** The ways out as large cards: one radio group, arrows move, a closed way can be reached and says why. */
export function WayCards({ ways, chosenKey, onChoose, describedBy }: Props) {
  const { t } = useWords();
  const cards = useRef<(HTMLButtonElement | null)[]>([]);
  const stopAt = Math.max(
    0,
    ways.findIndex((way) => (chosenKey ? way.key === chosenKey : way.isAllowed)),
  );
  // Coming from the amount, the keyboard is at once on the proposed way
  const isFilled = ways.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the cards appear
  useEffect(() => {
    if (isFilled) cards.current[stopAt]?.focus({ preventScroll: true });
  }, [isFilled]);
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (index + step + ways.length) % ways.length;
    cards.current[next]?.focus();
    const way = ways[next];
    if (way?.isAllowed) onChoose(way);
  };
  return (
    <div
      className={classes.ways}
      role="radiogroup"
      aria-label={t('refund.destination.title')}
      aria-describedby={describedBy}
    >
      {ways.map((way, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a card of several lines; a native radio holds none
        <button
          key={way.key}
          ref={(element) => {
            cards.current[index] = element;
          }}
          type="button"
          role="radio"
          className={classes.way}
          aria-checked={way.key === chosenKey}
          aria-disabled={!way.isAllowed}
          tabIndex={index === stopAt ? 0 : -1}
          onKeyDown={(event) => onKeyDown(event, index)}
          onClick={() => way.isAllowed && onChoose(way)}
        >
          <span className={classes.wayName}>
            {way.name}
            {way.key === chosenKey ? <IconCheck size={18} stroke={2.5} aria-hidden="true" /> : null}
            {way.isAllowed ? null : (
              <IconLock size={16} aria-label={t('refund.destination.refused')} role="img" />
            )}
          </span>
          {way.help.map((sentence) => (
            <span key={sentence} className={classes.wayHelp}>
              {sentence}
            </span>
          ))}
        </button>
      ))}
    </div>
  );
}
