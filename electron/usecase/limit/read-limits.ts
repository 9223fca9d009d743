import { readLimits } from '../../ledger/limit-store.ts';
import type { QueryHandler } from '../context.ts';

export const readLimitsQuery: QueryHandler<'limit.read'> = async ({ db }) => await readLimits(db);
