import { refuse } from '../../../shared/domain/refusal.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import { planPayments } from '../../ledger/planned-payment-store.ts';
import { moveStock, readRestocked } from '../../ledger/stock-store.ts';
import { spendSource } from '../../sale/spend-source.ts';
import { type NewInvoice, writeInvoice } from '../../sale/write-invoice.ts';
import { findOpenSession } from '../../till/till-session.ts';
import type { CommandHandler } from '../context.ts';
import { writeMemo } from '../item/write-cancellation.ts';
import { type PlannedReplacement, planReplacement, replacementRead } from './plan-replacement.ts';

/**
 * Replaces one item (domain.md B17): a credit memo of what is left of it and an invoice of the new one, in one
 * transaction. The memo pays the new item first, the plan's dates and the registration move with it, and the client
 * owes the difference or keeps it as credit.
 */
export const replaceItem: CommandHandler<'invoice.replaceItem'> = async ({ db, staff }, input) => {
  const { reason, ...asked } = input;
  if (asked.keepOldPrice && !hasRole(staff.roles, 'supervisor'))
    refuse('not-allowed', { needs: 'supervisor' });
  const planned = await planReplacement(db, asked, { reason, today: db.localDate });
  const shown = await replacementRead(db, planned);
  const { staffId } = staff;
  const { old } = planned;
  for (const registrationId of old.activeRegistrationIds)
    await db.move('registration', registrationId, 'replaced', { staffId, detail: { reason } });
  const memo = old.credit.totalMinor > 0 ? await writeOldItem(db, planned, { reason, staffId }) : null;
  const invoice = await writeNewItem(db, planned, { reason, staffId });
  const [item] = invoice.items;
  if (!item) throw new Error('a replacement without its item');
  const { itemId } = item;
  const { clientId } = planned.account;
  if (memo && planned.paidMinor > 0)
    await spendSource(db, {
      clientId,
      source: { memoId: memo.memoId },
      itemId,
      amountMinor: planned.paidMinor,
      cause: 'credit',
      staffId,
    });
  await planPayments(db, { itemId, clientId, instalments: planned.payments, staffId });
  await db.insert('item_replacement', {
    old_item_id: old.item.itemId,
    new_item_id: itemId,
    memo_id: memo?.memoId ?? null,
    keeps_price: asked.keepOldPrice ? 1 : 0,
    reason,
    staff_id: staffId,
    at: db.at,
  });
  const { invoiceId, number } = invoice;
  const credit = { memoId: memo?.memoId ?? null, memoNumber: memo?.number ?? null };
  return { ...shown, ...credit, invoiceId, number, itemId };
};

interface Writing {
  reason: string;
  staffId: number;
}

/** The memo of the old item, which pays its unpaid part; what was sold from the shelf goes back there. */
async function writeOldItem(
  db: WritableLedger,
  { account, old }: PlannedReplacement,
  { reason, staffId }: Writing,
): Promise<{ memoId: number; number: string }> {
  const { itemId, productId, quantity, stockTracked } = old.item;
  const isStock = productId !== null && stockTracked === 1;
  const restockedQuantity = isStock ? quantity - (await readRestocked(db, itemId)) : 0;
  const tillSessionId = (await findOpenSession(db, undefined))?.tillSessionId ?? null;
  const writing = { account, reason, language: account.language, tillSessionId, staffId };
  const memo = await writeMemo(db, writing, {
    kind: 'replacement',
    planned: old,
    askedBasisPoints: null,
    restockedQuantity,
  });
  if (isStock && restockedQuantity > 0)
    await moveStock(db, { productId, quantity: restockedQuantity, cause: 'return', itemId, staffId });
  return memo;
}

async function writeNewItem(
  db: WritableLedger,
  { account, line }: PlannedReplacement,
  { reason, staffId }: Writing,
): Promise<NewInvoice> {
  return await writeInvoice(db, {
    saleId: null,
    account,
    sale: {
      kind: 'counter',
      lines: [line],
      note: reason,
      language: account.language,
      itemIds: [],
      restAsDeposit: false,
      terms: { kind: 'replacement', localDate: null, dueDate: null, overrides: [], approvalId: null },
    },
    session: await findOpenSession(db, undefined),
    staffId,
  });
}
