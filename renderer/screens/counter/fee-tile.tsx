import { Amount } from '../../parts/amount.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './counter.module.css';
import type { CustomItem } from './counter-state.ts';

/** A fee by hand: at its usual amount, or typed in the cart. */
export function FeeTile({ item, onAdd }: { item: CustomItem; onAdd: () => void }) {
  const { t, language } = useWords();
  return (
    <button type="button" className={classes.tile} onClick={onAdd}>
      <span className={classes.tileName}>{pickName(item, language)}</span>
      <span className={classes.tileFoot}>
        <span className={classes.tileStand}>{t('customItem.kind.fee')}</span>
        {item.defaultAmountMinor === null ? (
          <span>{t('counter.freePrice')}</span>
        ) : (
          <Amount minor={item.defaultAmountMinor} strong />
        )}
      </span>
    </button>
  );
}
