import { formatMoney } from '../../shared/i18n/format.ts';
import { useWords } from '../shell/language.ts';
import classes from './amount.module.css';

interface AmountProps {
  readonly minor: number;
  /** `huge` on confirm steps, `big` for totals, `row` (default) in lists. */
  readonly size?: 'huge' | 'big' | 'row';
  readonly strong?: boolean;
}

/** An amount of money with tabular digits, in the language of the screen. */
export function Amount({ minor, size = 'row', strong = size !== 'row' }: AmountProps) {
  const { language } = useWords();
  return (
    <span className={classes.amount} data-size={size} data-strong={strong || undefined}>
      {formatMoney(minor, language)}
    </span>
  );
}
