import { Button } from '@mantine/core';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';
import type { ItemRead } from './item-table.tsx';

export interface ItemActionsOf {
  readonly onCancel: (itemId: number) => void;
  readonly onRebate: (itemId: number) => void;
  readonly onReplace: (itemId: number) => void;
  readonly onPlan: (itemId: number) => void;
}

/** What can still be done with one billed item, on a line of its own: names stay readable beside the amounts. */
export function ItemActions({
  item,
  onCancel,
  onRebate,
  onReplace,
  onPlan,
}: ItemActionsOf & { item: ItemRead }) {
  const { t, language } = useWords();
  const name = pickName(item, language);
  const { itemId } = item;
  const hasLeft = item.creditedMinor < item.totalMinor;
  return (
    <div className={classes.itemButtons}>
      {hasLeft || item.registrationState === 'active' ? (
        <Button
          variant="default"
          aria-label={t('invoice.items.cancel', { name })}
          onClick={() => onCancel(itemId)}
        >
          {t('invoice.actions.cancelShort')}
        </Button>
      ) : null}
      {hasLeft ? (
        <Button variant="subtle" aria-label={t('rebate.onLine', { name })} onClick={() => onRebate(itemId)}>
          {t('rebate.open')}
        </Button>
      ) : null}
      {hasLeft && item.productId !== null ? (
        <Button
          variant="subtle"
          aria-label={t('plan.replace.actionFor', { name })}
          onClick={() => onReplace(itemId)}
        >
          {t('plan.replace.action')}
        </Button>
      ) : null}
      {item.owedMinor > 0 ? (
        <Button variant="subtle" aria-label={t('plan.actionFor', { name })} onClick={() => onPlan(itemId)}>
          {t('plan.action')}
        </Button>
      ) : null}
    </div>
  );
}
