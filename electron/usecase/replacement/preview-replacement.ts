import type { QueryHandler } from '../context.ts';
import { planReplacement, replacementRead } from './plan-replacement.ts';

/** The same decision as `invoice.replaceItem`, before anything is written. */
export const previewReplacement: QueryHandler<'invoice.replacePreview'> = async (context, input) => {
  const { db, localDate } = context;
  return await replacementRead(db, await planReplacement(db, input, { reason: '', today: localDate }));
};
