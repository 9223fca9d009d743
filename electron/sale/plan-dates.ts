import type { ParsedInput } from '../../shared/contract/contract.ts';
import { instalmentDates, optionDates } from '../../shared/domain/instalment.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { ProductFields } from '../ledger/product-store.ts';

/** How a clerk asks for instalments: an option of the product, fixed dates, or so many steps. */
export type PlanAsk = NonNullable<ParsedInput<'invoice.issue'>['items'][number]['plan']>;

type ProductPlan = ProductFields['details']['plan'];

/**
 * The local dates of the plan that is asked for, in order. Fixed dates of a product's option that have gone by become
 * today. Refuses `plan-option-unknown`, `plan-date-past`, `invalid-input`.
 */
export function resolvePlanDates(
  ask: PlanAsk,
  ground: { plan: ProductPlan; today: string; path: string },
): string[] {
  const { today, path } = ground;
  const asked = [ask.option, ask.dates, ask.count].filter((each) => each !== undefined);
  if (asked.length !== 1) refuse('invalid-input', { issues: [{ path, problem: 'choose-one-plan' }] });
  if (ask.dates) return requireNotPast(ask.dates, today);
  const firstDate = requireFirst(ask.firstDate ?? today, today);
  if (ask.count !== undefined)
    return instalmentDates({ firstDate, count: ask.count, every: ask.every ?? 'month' });
  const options = ground.plan?.options ?? [];
  const option = options[(ask.option ?? 0) - 1];
  if (!option) refuse('plan-option-unknown', { option: ask.option ?? 0, optionCount: options.length });
  return optionDates(option, { firstDate, today });
}

function requireFirst(date: string, today: string): string {
  return requireNotPast([date], today)[0] ?? date;
}

function requireNotPast(dates: readonly string[], today: string): string[] {
  const past = dates.find((date) => date < today);
  if (past !== undefined) refuse('plan-date-past', { dueDate: past, today });
  return [...new Set(dates)].sort();
}
