import { formatBalance } from '../../shared/i18n/format.ts';
import { useWords } from '../shell/language.ts';
import classes from './balance.module.css';

/** A balance in words, never a bare sign: « Doit 57,48 $ », « En crédit 86,24 $ ». Positive cents are owed. */
export function Balance({ minor, size = 'row' }: { minor: number; size?: 'row' | 'big' }) {
  const { language } = useWords();
  const tone = minor > 0 ? 'owes' : minor < 0 ? 'credit' : 'even';
  return (
    <span className={classes.balance} data-tone={tone} data-size={size}>
      {formatBalance(minor, language)}
    </span>
  );
}
