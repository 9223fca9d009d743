import { startAttempt } from '../../offline-refund/start-attempt.ts';
import { requireAccount } from '../../sale/account.ts';
import type { Sale } from '../../sale/plan-sale.ts';
import { planTaking, takeTenders } from '../../sale/take-tenders.ts';
import type { LongCommand } from '../context.ts';

/** Money for what is billed already: ticked items first, then the oldest due; a deposit only if confirmed (settled.md 30). */
export const takePayment: LongCommand<'payment.take'> = {
  run: async (context, input) => {
    const account = await requireAccount(context.db, input.clientId);
    const sale: Sale = {
      kind: 'payment',
      lines: [],
      note: '',
      language: account.language,
      itemIds: [...new Set(input.itemIds ?? [])],
      plannedPaymentIds: input.plannedPaymentIds ?? [],
      restAsDeposit: input.restAsDeposit ?? false,
    };
    const { tenders, tillId } = input;
    return await takeTenders(context, await planTaking(context.db, { account, sale, tenders, tillId }));
  },
  after: async (context, result) => {
    if (result.state === 'in-progress') await startAttempt(context, result.attemptId);
  },
};
