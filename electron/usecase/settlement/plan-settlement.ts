import { sumMinor } from '../../../shared/domain/money.ts';
import { readUnsettled } from '../../ledger/settlement-store.ts';
import type { QueryHandler } from '../context.ts';

/** What the next payout of the gateway should be, line by line. */
export const planSettlement: QueryHandler<'settlement.plan'> = async ({ db, localDate }, input) => {
  const { method, throughDate = localDate } = input;
  const lines = await readUnsettled(db, { method, throughDate });
  return { method, throughDate, amountMinor: sumMinor(lines.map((line) => line.amountMinor)), lines };
};
