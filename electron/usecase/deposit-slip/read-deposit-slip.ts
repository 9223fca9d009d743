import { formatZNumber } from '../../../shared/domain/document-number.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readDepositSlipParts, readDepositSlips } from '../../ledger/deposit-slip-store.ts';
import type { QueryHandler } from '../context.ts';

export const readDepositSlip: QueryHandler<'depositSlip.read'> = async ({ db }, { depositSlipId }) => {
  const [slip] = await readDepositSlips(db, 1, depositSlipId);
  if (!slip) refuse('deposit-slip-unknown', { depositSlipId });
  const { closes, cheques } = await readDepositSlipParts(db, depositSlipId);
  return {
    ...slip,
    closes: closes.map(({ tillId, number, countedMinor }) => ({
      zNumber: formatZNumber(tillId, number),
      countedMinor,
    })),
    cheques,
  };
};
