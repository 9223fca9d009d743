import { readDepositSlips } from '../../ledger/deposit-slip-store.ts';
import type { QueryHandler } from '../context.ts';

const SLIPS_SHOWN = 50;

export const listDepositSlips: QueryHandler<'depositSlip.list'> = async ({ db }) => ({
  slips: await readDepositSlips(db, SLIPS_SHOWN),
});
