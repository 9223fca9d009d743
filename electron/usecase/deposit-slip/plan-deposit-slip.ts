import { formatZNumber } from '../../../shared/domain/document-number.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { readChequesInHand, readUndepositedCloses } from '../../ledger/deposit-slip-store.ts';
import { readSafe } from '../../ledger/till-store.ts';
import type { QueryHandler } from '../context.ts';

/**
 * What could go to the bank: the closes not deposited, the cheques in hand, and the cash they brought beyond the
 * floats that came out of the safe (domain.md B20), never more than the safe holds.
 */
export const planDepositSlip: QueryHandler<'depositSlip.plan'> = async ({ db }) => {
  const closes = await readUndepositedCloses(db);
  const safeMinor = await readSafe(db);
  const broughtMinor = sumMinor(
    closes.map((close) => close.countedMinor + close.droppedMinor - close.floatMinor),
  );
  const inReachMinor = Math.max(0, Math.min(broughtMinor, safeMinor));
  return {
    closes: closes.map(({ zReportId: _, tillId, number, ...close }) => ({
      ...close,
      zNumber: formatZNumber(tillId, number),
    })),
    cheques: await readChequesInHand(db),
    safeMinor,
    // Coins come in steps of five cents
    suggestedCashMinor: inReachMinor - (inReachMinor % 5),
  };
};
