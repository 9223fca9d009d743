import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { DENOMINATIONS } from '../../shared/domain/till-count.ts';
import { useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import classes from './denominations.module.css';

/** Pieces per denomination as `till.count` takes them: "2000" is a 20 $ note, "roll-200" a roll of 2 $ coins. */
export type Counts = Readonly<Record<string, number>>;

const GROUPS = [
  { kind: 'note', title: 'shell.denomination.notes' },
  { kind: 'coin', title: 'shell.denomination.coins' },
  { kind: 'roll', title: 'shell.denomination.rolls' },
] as const;
const DIGITS_MAX = 5;

interface DenominationsProps {
  readonly counts: Counts;
  readonly onChange: (counts: Counts) => void;
}

/** How many of each note, coin and roll; Enter and the arrows go from line to line. */
export function Denominations({ counts, onChange }: DenominationsProps) {
  const { t } = useWords();
  const set = (key: string, typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, DIGITS_MAX);
    const { [key]: _, ...others } = counts;
    onChange(digits === '' ? others : { ...others, [key]: Number(digits) });
  };
  return (
    <fieldset className={classes.all}>
      <legend className="seen-by-readers">{t('shell.denomination.label')}</legend>
      {GROUPS.map((group) => (
        <div key={group.kind}>
          <h3 className={classes.heading}>{t(group.title)}</h3>
          {DENOMINATIONS.filter(({ kind }) => kind === group.kind).map(({ key, kind, pieceMinor }) => {
            const coinMinor = Number(key.replace('roll-', ''));
            return (
              <div key={key} className={classes.row}>
                <span>
                  <Amount minor={pieceMinor} strong />
                  {kind === 'roll' ? (
                    <small className={classes.coins}>
                      <Amount minor={coinMinor} /> × {pieceMinor / coinMinor}
                    </small>
                  ) : null}
                </span>
                <TextInput
                  aria-label={
                    kind === 'roll'
                      ? t('shell.denomination.roll', { value: coinMinor, total: pieceMinor })
                      : t('shell.denomination.pieces', { value: pieceMinor })
                  }
                  autoFocus={key === DENOMINATIONS[0]?.key}
                  inputMode="numeric"
                  autoComplete="off"
                  value={counts[key] === undefined ? '' : String(counts[key])}
                  classNames={{ input: classes.input }}
                  onChange={(event) => set(key, event.currentTarget.value)}
                  onFocus={(event) => event.currentTarget.select()}
                  onKeyDown={goOn}
                />
                <span className={classes.sum}>
                  {counts[key] ? <Amount minor={pieceMinor * counts[key]} /> : null}
                </span>
              </div>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}

function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const fields = [...(event.currentTarget.closest('fieldset')?.querySelectorAll('input') ?? [])];
  fields[fields.indexOf(event.currentTarget) + step]?.focus();
}
