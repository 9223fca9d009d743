import { Amount } from '../../parts/amount.tsx';
import { Panel } from '../../parts/page.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './counter.module.css';
import type { SaleRead } from './live-sale.tsx';

/** What a sale in progress sells, as it was confirmed: another desk that takes it up sees the same cart. */
export function SoldLines({ sale }: { sale: SaleRead }) {
  const { t, language } = useWords();
  return (
    <Panel title={t('counter.cart')}>
      <ul className={classes.sold}>
        {sale.lines.map((line, index) => (
          <li key={index}>
            <span>
              {pickName(line, language)}
              {line.quantity > 1 ? ` × ${line.quantity}` : ''}
              {line.personName ? <small>{line.personName}</small> : null}
            </span>
            <Amount minor={line.netMinor} />
          </li>
        ))}
        <li className={classes.soldTotal}>
          <span>{t('counter.sale.total')}</span>
          <Amount minor={sale.totalMinor} strong />
        </li>
      </ul>
    </Panel>
  );
}
