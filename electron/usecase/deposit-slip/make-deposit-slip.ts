import { formatNumber, formatZNumber } from '../../../shared/domain/document-number.ts';
import { AMOUNT_MAX_MINOR } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import {
  insertDepositSlip,
  readChequesInHand,
  readUndepositedCloses,
} from '../../ledger/deposit-slip-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { postDepositSlip } from '../../ledger/post-till.ts';
import { readSafe } from '../../ledger/till-store.ts';
import { requireCoins } from '../../till/drawer.ts';
import type { CommandHandler } from '../context.ts';

/** Cash out of the safe and named cheques to the bank; the closes it names are not reopened any more (settled.md 33, 37). */
export const makeDepositSlip: CommandHandler<'depositSlip.make'> = async ({ db, staff }, input) => {
  const { cashMinor } = input;
  const zReportIds = await requireCloses(db, input.zNumbers);
  const cheques = await requireCheques(db, input.chequePaymentIds);
  if (cashMinor === 0 && cheques.length === 0) refuse('nothing-to-deposit', {});
  if (cashMinor > 0) requireCoins(cashMinor);
  const safeMinor = await readSafe(db);
  if (cashMinor > safeMinor) refuse('safe-short', { maximumMinor: Math.max(0, safeMinor) });
  const maximumMinor = AMOUNT_MAX_MINOR - cheques.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (cashMinor > maximumMinor) refuse('amount-too-large', { maximumMinor: Math.max(0, maximumMinor) });
  const number = formatNumber('DB', await db.nextNumber('DB'));
  const { depositSlipId, chequesMinor } = await insertDepositSlip(db, {
    number,
    cashMinor,
    note: input.note ?? '',
    staffId: staff.staffId,
    zReportIds,
    cheques,
  });
  await postDepositSlip(db, { depositSlipId, cashMinor, chequesMinor });
  return { depositSlipId, number, totalMinor: cashMinor + chequesMinor };
};

async function requireCloses(db: WritableLedger, zNumbers: readonly string[]): Promise<number[]> {
  const closes = new Map(
    (await readUndepositedCloses(db)).map((close) => [
      formatZNumber(close.tillId, close.number),
      close.zReportId,
    ]),
  );
  return [...new Set(zNumbers)].map(
    (zNumber) => closes.get(zNumber) ?? refuse('close-not-depositable', { zNumber }),
  );
}

async function requireCheques(db: WritableLedger, paymentIds: readonly number[]) {
  const inHand = new Map((await readChequesInHand(db)).map((cheque) => [cheque.paymentId, cheque]));
  return [...new Set(paymentIds)].map(
    (paymentId) => inHand.get(paymentId) ?? refuse('cheque-not-in-hand', { paymentId }),
  );
}
