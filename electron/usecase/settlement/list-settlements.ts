import { readSettlements } from '../../ledger/settlement-store.ts';
import type { QueryHandler } from '../context.ts';

export const listSettlements: QueryHandler<'settlement.list'> = async ({ db }) => ({
  settlements: await readSettlements(db),
});
