import { sumMinor } from '../../../shared/domain/money.ts';
import { pendingByItem } from '../../../shared/domain/pending-charge.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { savedMethodOf } from '../../../shared/domain/tender.ts';
import { readOpenItems } from '../../ledger/invoice-store.ts';
import { readPendingCharges } from '../../ledger/pending-charge-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
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
    if (tenders.some((tender) => savedMethodOf(tender) !== null))
      await requireNotBeingPaid(context.db, account.clientId, sale.itemIds);
    return await takeTenders(context, await planTaking(context.db, { account, sale, tenders, tillId }));
  },
  after: async (context, result) => {
    if (result.state === 'in-progress') await startAttempt(context, result.attemptId);
  },
};

/**
 * A saved method is not charged for items that a charge under way pays already: two clerks, or the same one twice, would
 * take the money twice. Refuses `items-being-paid`.
 */
async function requireNotBeingPaid(
  db: ReadableLedger,
  clientId: number,
  itemIds: readonly number[],
): Promise<void> {
  if (itemIds.length === 0) return;
  const charges = await readPendingCharges(db, clientId);
  if (charges.length === 0) return;
  const open = await readOpenItems(db, clientId);
  const pending = pendingByItem(charges, open);
  const ticked = open.filter(({ itemId }) => itemIds.includes(itemId));
  const pendingMinor = sumMinor(ticked.map(({ itemId }) => pending.get(itemId) ?? 0));
  if (pendingMinor > 0 && sumMinor(ticked.map(({ owedMinor }) => owedMinor)) === pendingMinor)
    refuse('items-being-paid', { pendingMinor });
}
