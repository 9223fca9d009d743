import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { planManualCredit } from '../../../shared/domain/manual-credit.ts';
import { AMOUNT_MAX_MINOR } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { type Account, requireAccount } from '../../sale/account.ts';

/** The parts of a credit of a named account. Refuses `client-unknown`, `client-archived`, `walk-in-no-credit`, `amount-too-large`. */
export async function planCreditAmount(
  db: ReadableLedger,
  input: ParsedInput<'credit.preview'>,
  localDate: string,
): Promise<{ account: Account; parts: TaxedAmount }> {
  const account = await requireAccount(db, input.clientId);
  if (account.isWalkIn) refuse('walk-in-no-credit', { mustRefundMinor: input.amountMinor });
  const parts = planManualCredit({ amountMinor: input.amountMinor, taxMode: input.taxMode, localDate });
  if (parts.totalMinor > AMOUNT_MAX_MINOR) refuse('amount-too-large', { maximumMinor: AMOUNT_MAX_MINOR });
  return { account, parts };
}
