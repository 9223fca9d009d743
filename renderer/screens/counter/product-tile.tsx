import { Amount } from '../../parts/amount.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './counter.module.css';
import { hasFreePrice, type Product } from './counter-state.ts';

interface Stand {
  readonly words: string;
  readonly isGone: boolean;
}

/** What is left of it: places of an activity, pieces of what is kept in stock. */
function useStand(product: Product): Stand | null {
  const { t } = useWords();
  if (product.stockQuantity !== null) {
    const isGone = product.stockQuantity <= 0;
    return {
      words: isGone ? t('counter.soldOut') : t('counter.inStock', { count: product.stockQuantity }),
      isGone,
    };
  }
  const { capacity } = product.details;
  if (capacity === undefined) return null;
  const left = capacity - product.registeredCount;
  return {
    words: left <= 0 ? t('counter.full') : t('counter.places', { count: left }),
    isGone: left <= 0,
  };
}

/** What is out of stock cannot be sold; a full class can, with an override. */
export function ProductTile({ product, onAdd }: { product: Product; onAdd: () => void }) {
  const { t, language } = useWords();
  const stand = useStand(product);
  const details = [product.details.schedule, stand?.words].filter(Boolean).join(' · ');
  return (
    <button
      type="button"
      className={classes.tile}
      disabled={stand?.isGone === true && product.stockQuantity !== null}
      onClick={onAdd}
    >
      <span className={classes.tileName}>{pickName(product, language)}</span>
      <span className={classes.tileFoot}>
        <span className={classes.tileStand}>{details || product.code}</span>
        {hasFreePrice(product) && product.priceMinor === 0 ? (
          <span>{t('counter.freePrice')}</span>
        ) : (
          <Amount minor={product.priceMinor} strong />
        )}
      </span>
    </button>
  );
}
