import { z } from 'zod';
import { instant, localDate, productType, taxClass } from './fields.ts';

export const invoiceHead = {
  invoiceId: z.int(),
  number: z.string(),
  clientId: z.int(),
  clientName: z.string(),
  at: instant,
  localDate,
  totalMinor: z.int(),
  owedMinor: z.int(),
  /** Planned and not yet passed, in cents. */
  plannedMinor: z.int(),
  state: z.enum(['unpaid', 'partial', 'planned', 'paid', 'credited', 'error']),
};

const otherItem = z.strictObject({ itemId: z.int(), invoiceId: z.int(), invoiceNumber: z.string() });

export const itemRead = z.strictObject({
  itemId: z.int(),
  lineNumber: z.int(),
  productId: z.int().nullable(),
  productType,
  nameFr: z.string(),
  nameEn: z.string(),
  personId: z.int().nullable(),
  personName: z.string().nullable(),
  quantity: z.int(),
  unitPriceMinor: z.int(),
  /** Taken off before tax, in this order. */
  discounts: z.array(
    z.strictObject({
      nameFr: z.string(),
      nameEn: z.string(),
      amountMinor: z.int(),
      /** By hand: why, and whose approval it had; null for an automated discount. */
      rebate: z.strictObject({ reason: z.string(), approverName: z.string().nullable() }).nullable(),
    }),
  ),
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
  taxClass,
  ledgerCode: z.string(),
  dueDate: localDate,
  owedMinor: z.int(),
  creditedMinor: z.int(),
  /** Planned and not yet passed, in cents. */
  plannedMinor: z.int(),
  /** Charges under way that are about to pay it, in cents: nothing of them is posted yet (settled.md 7). */
  pendingMinor: z.int(),
  state: z.enum(['active', 'partly-credited', 'cancelled', 'replaced']),
  /** The item that took its place, and the one whose place it took (domain.md B17). */
  replacedBy: otherItem.nullable(),
  replaces: otherItem.nullable(),
  registrationState: z.enum(['active', 'cancelled', 'replaced']).nullable(),
  /** What paid this item, oldest first; a memo's part is not money. */
  paidBy: z.array(
    z.strictObject({
      kind: z.enum(['payment', 'credit-memo']),
      documentId: z.int(),
      number: z.string(),
      method: z.string().nullable(),
      amountMinor: z.int(),
      at: instant,
    }),
  ),
});

export const memoRead = z.strictObject({
  memoId: z.int(),
  number: z.string(),
  kind: z.string(),
  at: instant,
  reason: z.string(),
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
  openMinor: z.int(),
  refundableMinor: z.int(),
});
