import { useWords } from '../shell/language.ts';
import { Amount } from './amount.tsx';
import type { DraftPlan } from './tender-draft.ts';
import classes from './tender-panel.module.css';

interface TenderSplitProps {
  readonly plan: DraftPlan;
  readonly labelOf: (itemId: number) => string;
  readonly itemCount: number;
}

/** Which items this payment pays, what stays as a deposit and what stays owed (product.md M1). */
export function TenderSplit({ plan: { plan, shares }, labelOf }: TenderSplitProps) {
  const { t } = useWords();
  if (!plan || (shares.length === 0 && plan.depositMinor === 0)) return null;
  return (
    <div className={classes.split}>
      <h2 className={classes.splitTitle}>{t('tender.split')}</h2>
      <ul className={classes.splitList}>
        {shares.map(({ itemId, amountMinor }) => (
          <li key={itemId}>
            <span>{labelOf(itemId)}</span>
            <Amount minor={amountMinor} />
          </li>
        ))}
        {plan.depositMinor > 0 && (
          <li data-kind="deposit">
            <span>{t('tender.splitRest')}</span>
            <Amount minor={plan.depositMinor} strong />
          </li>
        )}
        {plan.owedAfterMinor > 0 && (
          <li data-kind="owed">
            <span>{t('tender.splitOwed')}</span>
            <Amount minor={plan.owedAfterMinor} strong />
          </li>
        )}
      </ul>
    </div>
  );
}
