import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readSalePayments } from '../../ledger/payment-store.ts';
import { findWaitingAttempt, requireSale } from '../../sale/sale-steps.ts';
import type { CommandHandler } from '../context.ts';

/** The answer is still expected at the terminal; a leg in doubt may be left behind and settled later. */
const AT_THE_TERMINAL: ReadonlySet<string> = new Set(['prepared', 'sent', 'resolving']);

/**
 * Gives a saved cart up. Its approved card legs stay as a deposit of the client; on the walk-in account nothing may
 * stay, so they are given back first (settled.md 10, 11).
 */
export const abandonSale: CommandHandler<'sale.abandon'> = async ({ db, staff }, { saleId }) => {
  const row = await requireSale(db, saleId);
  if (row.state !== 'open') refuse('sale-not-open', { state: row.state });
  const waiting = await findWaitingAttempt(db, saleId);
  if (waiting && AT_THE_TERMINAL.has(waiting.state)) refuse('sale-waiting', { attemptId: waiting.attemptId });
  const legs = await readSalePayments(db, saleId);
  const depositMinor = sumMinor(legs.map((leg) => leg.availableMinor));
  if (row.clientKind === 'walk-in' && depositMinor > 0)
    refuse('sale-has-payment', { paidMinor: depositMinor });
  await db.move('sale', saleId, 'abandoned', { staffId: staff.staffId });
  return { depositMinor };
};
