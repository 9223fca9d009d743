import { SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import classes from './denominations.module.css';

/** Pieces per denomination as `till.count` takes them: "2000" is a 20 $ note, "roll-200" a roll of 2 $ coins. */
export type Counts = Readonly<Record<string, number>>;

const NOTES_MINOR = [10_000, 5_000, 2_000, 1_000, 500] as const;
const COINS_MINOR = [200, 100, 25, 10, 5] as const;
const ROLLS = [
  { coinMinor: 200, pieces: 25 },
  { coinMinor: 100, pieces: 25 },
  { coinMinor: 25, pieces: 40 },
  { coinMinor: 10, pieces: 50 },
  { coinMinor: 5, pieces: 40 },
] as const;

const VALUE_MINOR: Readonly<Record<string, number>> = Object.fromEntries([
  ...[...NOTES_MINOR, ...COINS_MINOR].map((minor) => [String(minor), minor]),
  ...ROLLS.map(({ coinMinor, pieces }) => [`roll-${coinMinor}`, coinMinor * pieces]),
]);

/** What the counted pieces are worth, in cents. */
export function countedMinor(counts: Counts): number {
  return Object.entries(counts).reduce((sum, [name, count]) => sum + (VALUE_MINOR[name] ?? 0) * count, 0);
}

interface DenominationsProps {
  readonly counts: Counts;
  readonly onChange: (counts: Counts) => void;
}

/** A blind count: how many of each note, coin and roll, with the total below. Tab or Enter goes on. */
export function Denominations({ counts, onChange }: DenominationsProps) {
  const { t } = useWords();
  const set = (name: string, typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 6);
    const { [name]: _, ...others } = counts;
    onChange(digits === '' ? others : { ...others, [name]: Number(digits) });
  };
  const row = (name: string, label: string, worthMinor: number) => (
    <PieceRow
      key={name}
      label={label}
      worthMinor={worthMinor}
      count={counts[name] ?? null}
      onChange={(typed) => set(name, typed)}
    />
  );
  return (
    <fieldset className={classes.all}>
      <legend className="seen-by-readers">{t('shell.denomination.label')}</legend>
      <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
        <div>
          <h3 className={classes.heading}>{t('shell.denomination.notes')}</h3>
          {NOTES_MINOR.map((minor) =>
            row(String(minor), t('shell.denomination.pieces', { value: minor }), minor),
          )}
        </div>
        <div>
          <h3 className={classes.heading}>{t('shell.denomination.coins')}</h3>
          {COINS_MINOR.map((minor) =>
            row(String(minor), t('shell.denomination.pieces', { value: minor }), minor),
          )}
        </div>
        <div>
          <h3 className={classes.heading}>{t('shell.denomination.rolls')}</h3>
          {ROLLS.map(({ coinMinor, pieces }) =>
            row(
              `roll-${coinMinor}`,
              t('shell.denomination.roll', { value: coinMinor, total: coinMinor * pieces }),
              coinMinor * pieces,
            ),
          )}
        </div>
      </SimpleGrid>
      <p className={classes.total}>
        {t('shell.denomination.total')} <Amount minor={countedMinor(counts)} size="big" />
      </p>
    </fieldset>
  );
}

interface PieceRowProps {
  readonly label: string;
  readonly worthMinor: number;
  readonly count: number | null;
  readonly onChange: (typed: string) => void;
}

function PieceRow({ label, worthMinor, count, onChange }: PieceRowProps) {
  return (
    <div className={classes.row}>
      <Amount minor={worthMinor} strong />
      <TextInput
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        value={count === null ? '' : String(count)}
        classNames={{ input: classes.input }}
        onChange={(event) => onChange(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const fields = [...(event.currentTarget.closest('fieldset')?.querySelectorAll('input') ?? [])];
          fields[fields.indexOf(event.currentTarget) + 1]?.focus();
        }}
      />
      <span className={classes.sum}>{count ? <Amount minor={worthMinor * count} /> : null}</span>
    </div>
  );
}
