import type { QueryHandler } from '../context.ts';
import { splitPlan } from './split-plan.ts';

/** The same split as `plan.make`, before anything is written. */
export const previewPlan: QueryHandler<'plan.preview'> = async ({ db, localDate }, input) => {
  const { clientId: _, ...split } = await splitPlan(db, input, localDate);
  return split;
};
