import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { INSTALMENTS_MAX, type PlanStep } from '../../../shared/domain/instalment.ts';
import { foldText } from '../../../shared/domain/search-text.ts';

type ProductPlan = NonNullable<NonNullable<ParsedInput<'product.add'>['details']>['plan']>;

const STEPS: Readonly<Record<string, PlanStep>> = {
  mois: 'month',
  month: 'month',
  months: 'month',
  semaine: 'week',
  semaines: 'week',
  week: 'week',
  weeks: 'week',
  quinzaine: 'two-weeks',
  quinzaines: 'two-weeks',
  'two-weeks': 'two-weeks',
};

const NAMES: Readonly<Record<PlanStep, { fr: string; en: string }>> = {
  week: { fr: 'par semaine', en: 'weekly' },
  'two-weeks': { fr: 'aux deux semaines', en: 'every two weeks' },
  month: { fr: 'par mois', en: 'monthly' },
};

/** "3 mois | 4 semaines": the options of a product's plan as a spreadsheet writes them; undefined when it cannot be read. */
export function readPlanCell(text: string): ProductPlan | undefined {
  const options: ProductPlan['options'] = [];
  for (const piece of text.split('|')) {
    const [, digits, word] = /^(\d{1,2}) ?(\S+)$/.exec(foldText(piece)) ?? [];
    const count = Number(digits);
    const every = word === undefined ? undefined : STEPS[word];
    if (every === undefined || count < 2 || count > INSTALMENTS_MAX) return undefined;
    const { fr, en } = NAMES[every];
    options.push({ nameFr: `${count} versements ${fr}`, nameEn: `${count} ${en} payments`, count, every });
  }
  return options.length > 0 && options.length <= 20 ? { options } : undefined;
}
