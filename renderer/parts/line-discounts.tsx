import type { OutputOf } from '../../shared/contract/contract.ts';
import { pickName, useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import classes from './line-discounts.module.css';

type SimulatedLine = OutputOf<'discountRule.simulate'>['lines'][number];
export type Discounts = Pick<SimulatedLine, 'discounts' | 'skipped'>;

interface LineDiscountsProps extends Discounts {
  /** Rules that are about other products are noise at the counter, and wanted in the simulator. */
  readonly withOtherItems?: boolean;
}

/** What was taken off a line, and, when asked, why the other rules were not. */
export function LineDiscounts({ discounts, skipped, withOtherItems = false }: LineDiscountsProps) {
  const { t, language } = useWords();
  const told = withOtherItems
    ? skipped
    : skipped.filter(({ why }) => why !== 'other-item' && why !== 'code-not-given');
  const names = new Map([...discounts, ...skipped].map((rule) => [rule.ruleId, pickName(rule, language)]));
  const winnerOf = (id: number | undefined) => names.get(id ?? -1) ?? '';
  return (
    <>
      {discounts.map((discount) => (
        <div key={discount.ruleId} className={classes.discount}>
          <span>{pickName(discount, language)}</span>
          <Amount minor={-discount.amountMinor} />
        </div>
      ))}
      {told.length > 0 && (
        <details className={classes.why}>
          <summary>{t('discount.why.title', { count: told.length })}</summary>
          <ul>
            {told.map(({ ruleId, why, winnerId, ...detail }) => (
              <li key={ruleId}>
                {t('discount.why.line', {
                  name: names.get(ruleId) ?? '',
                  why: t(`discount.why.${why}`, { ...detail, winner: winnerOf(winnerId) }),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
