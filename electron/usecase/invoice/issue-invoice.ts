import { refuse } from '../../../shared/domain/refusal.ts';
import { startAttempt } from '../../offline-refund/start-attempt.ts';
import { requireAccount } from '../../sale/account.ts';
import type { Sale } from '../../sale/plan-sale.ts';
import { cartTotal, priceCart } from '../../sale/price-cart.ts';
import { takeTenders } from '../../sale/take-tenders.ts';
import type { LongCommand } from '../context.ts';

/**
 * Sells: at once when no terminal is needed; with a terminal leg the cart is saved and the answer is `in-progress`,
 * and no invoice exists until the card legs are paid (settled.md 10).
 */
export const issueInvoice: LongCommand<'invoice.issue'> = {
  run: async (context, input) => {
    const { db } = context;
    const account = await requireAccount(db, input.clientId);
    const lines = await priceCart(db, {
      account,
      items: input.items,
      codes: input.codes ?? [],
      localDate: db.localDate,
    });
    const { totalMinor } = cartTotal(lines);
    if (input.expectedTotalMinor !== undefined && input.expectedTotalMinor !== totalMinor)
      refuse('total-changed', { totalMinor });
    const sale: Sale = {
      kind: 'counter',
      lines,
      note: input.note ?? '',
      language: account.isWalkIn ? (input.language ?? account.language) : account.language,
      itemIds: [],
      restAsDeposit: input.restAsDeposit ?? false,
    };
    return await takeTenders(context, { account, sale, tenders: input.tenders ?? [], tillId: input.tillId });
  },
  after: async (context, result) => {
    if (result.state === 'in-progress') await startAttempt(context, result.attemptId);
  },
};
