import type { OutputOf } from '../../../shared/contract/contract.ts';
import { pendingByItem } from '../../../shared/domain/pending-charge.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readMemosOfInvoice } from '../../ledger/credit-store.ts';
import { type ItemDiscountRow, readItemDiscounts } from '../../ledger/discount-store.ts';
import {
  type InvoiceItemRow,
  type PaidByRow,
  readInvoiceHistory,
  readInvoiceItems,
  readInvoice as readInvoiceRow,
  readOpenItems,
  readPaidBy,
} from '../../ledger/invoice-store.ts';
import { readPendingCharges } from '../../ledger/pending-charge-store.ts';
import { type ReplacementRow, readReplacements } from '../../ledger/replacement-store.ts';
import type { QueryHandler } from '../context.ts';
import { invoiceHead } from './invoice-head.ts';

type ItemRead = OutputOf<'invoice.read'>['items'][number];

export const readInvoice: QueryHandler<'invoice.read'> = async ({ db }, { invoiceId }) => {
  const row = await readInvoiceRow(db, invoiceId);
  if (!row) refuse('invoice-unknown', { invoiceId });
  const paidBy = await readPaidBy(db, invoiceId);
  const replacements = await readReplacements(db, invoiceId);
  const discounts = await readItemDiscounts(db, invoiceId);
  const pending = pendingByItem(
    await readPendingCharges(db, row.clientId),
    await readOpenItems(db, row.clientId),
  );
  const { language, note, netMinor, gstMinor, qstMinor, staffName, at, number, totalMinor } = row;
  const issued = { at, kind: 'invoice', number, amountMinor: totalMinor, staffName, note: '' };
  return {
    ...invoiceHead(row),
    kind: row.kind,
    language,
    note,
    netMinor,
    gstMinor,
    qstMinor,
    staffName,
    items: (await readInvoiceItems(db, invoiceId)).map((item) => {
      const { replacedBy, replaces } = replacementOf(item.itemId, replacements);
      const state = replacedBy ? 'replaced' : itemState(item);
      const pendingMinor = pending.get(item.itemId) ?? 0;
      return { ...itemRead(item, discounts, paidBy), pendingMinor, state, replacedBy, replaces };
    }),
    memos: await readMemosOfInvoice(db, invoiceId),
    history: [issued, ...(await readInvoiceHistory(db, invoiceId))],
  };
};

function itemRead(
  item: InvoiceItemRow,
  discounts: readonly ItemDiscountRow[],
  paidBy: readonly PaidByRow[],
): Omit<ItemRead, 'pendingMinor' | 'state' | 'replacedBy' | 'replaces'> {
  const ofItem = (part: { itemId: number }) => part.itemId === item.itemId;
  const withoutId = <T extends { itemId: number }>({ itemId: _, ...part }: T) => part;
  return {
    ...item,
    productType: item.productType as ItemRead['productType'],
    taxClass: item.taxClass as ItemRead['taxClass'],
    personName: item.personId === null ? null : item.personName,
    discounts: discounts.filter(ofItem).map(({ nameFr, nameEn, amountMinor, reason, approverName }) => ({
      nameFr,
      nameEn,
      amountMinor,
      rebate: reason === null ? null : { reason, approverName },
    })),
    paidBy: paidBy.filter(ofItem).map(withoutId),
  };
}

function replacementOf(itemId: number, replacements: readonly ReplacementRow[]) {
  const after = replacements.find(({ oldItemId }) => oldItemId === itemId);
  const before = replacements.find(({ newItemId }) => newItemId === itemId);
  return {
    replacedBy: after
      ? { itemId: after.newItemId, invoiceId: after.newInvoiceId, invoiceNumber: after.newInvoiceNumber }
      : null,
    replaces: before
      ? { itemId: before.oldItemId, invoiceId: before.oldInvoiceId, invoiceNumber: before.oldInvoiceNumber }
      : null,
  };
}

function itemState({ creditedMinor, totalMinor }: InvoiceItemRow): ItemRead['state'] {
  if (creditedMinor === 0) return 'active';
  return creditedMinor === totalMinor ? 'cancelled' : 'partly-credited';
}
