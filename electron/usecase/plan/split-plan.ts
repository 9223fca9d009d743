import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { type Instalment, isUnderWay, splitEqually, sumByDate } from '../../../shared/domain/instalment.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readProduct } from '../../ledger/product-store.ts';
import { resolvePlanDates } from '../../sale/plan-dates.ts';
import { requirePlannable } from './plan-rules.ts';

export interface SplitPlan {
  clientId: number;
  items: { itemId: number; payments: Instalment[] }[];
  schedule: Instalment[];
  toPlanMinor: number;
}

/**
 * Equal cents of what each item owes, each item alone, then the dates summed (settled.md 40); writes nothing.
 * Refuses as `requirePlannable` and `resolvePlanDates`, and `item-other-client`, `plan-exists`.
 */
export async function splitPlan(
  db: ReadableLedger,
  input: ParsedInput<'plan.make'>,
  today: string,
): Promise<SplitPlan> {
  const { itemIds, ...ask } = input;
  const items: SplitPlan['items'] = [];
  let clientId: number | null = null;
  for (const itemId of [...new Set(itemIds)]) {
    const { item, rows, toPlanMinor } = await requirePlannable(db, itemId);
    clientId ??= item.clientId;
    if (item.clientId !== clientId) refuse('item-other-client', { itemId });
    const planned = rows.filter((row) => !isUnderWay(row));
    if (planned.length > 0)
      refuse('plan-exists', { itemId, plannedMinor: sumMinor(planned.map((row) => row.amountMinor)) });
    const product = item.productId === null ? undefined : await readProduct(db, item.productId);
    const dates = resolvePlanDates(ask, { plan: product?.details.plan, today, path: '' });
    items.push({ itemId, payments: splitEqually(toPlanMinor, dates) });
  }
  if (clientId === null) throw new Error('a plan of no item');
  const schedule = sumByDate(items.flatMap(({ payments }) => payments));
  const toPlanMinor = sumMinor(schedule.map(({ amountMinor }) => amountMinor));
  return { clientId, items, schedule, toPlanMinor };
}
