import type { QueryHandler } from '../context.ts';
import { planBatch } from './plan-batch.ts';

/** The same decision as `bulk.run`, before anything is written. */
export const previewBulk: QueryHandler<'bulk.preview'> = async ({ db, localDate }, input) =>
  await planBatch(db, input, localDate);
