import { z } from 'zod';
import { amountMinor, id, instant, localDate, name } from './fields.ts';
import { command, query } from './operation.ts';

/** A deposit is named by its payment, a credit by its memo. */
const source = z.union([z.strictObject({ paymentId: id }), z.strictObject({ memoId: id })]);

const sourceRead = z.strictObject({
  kind: z.enum(['deposit', 'credit-memo']),
  id: z.int(),
  number: z.string(),
  at: instant,
  openMinor: z.int(),
  /** Held by refunds on their way or by carts that wait: it pays nothing. */
  heldMinor: z.int(),
});

const linkRefusals = [
  'payment-unknown',
  'memo-unknown',
  'item-unknown',
  'allocation-other-account',
  'allocation-too-much',
] as const;

export const allocationOperations = {
  /** What a reconciliation of the whole account would link, oldest to newest (domain.md B15). */
  'allocation.plan': query({
    access: 'clerk',
    input: z.strictObject({ clientId: id }),
    output: z.strictObject({
      sources: z.array(sourceRead),
      shares: z.array(
        z.strictObject({
          source: z.strictObject({ kind: sourceRead.shape.kind, id: z.int(), number: z.string() }),
          itemId: z.int(),
          invoiceNumber: z.string(),
          nameFr: z.string(),
          nameEn: z.string(),
          dueDate: localDate,
          amountMinor: z.int(),
        }),
      ),
      /** Still open once every share stands. */
      restMinor: z.int(),
      /** Still owed once every share stands. */
      owedMinor: z.int(),
    }),
    refusals: ['client-unknown'],
  }),
  'allocation.auto': command({
    access: 'clerk',
    input: z.strictObject({
      clientId: id,
      /** The preview's sum: refused when the account changed meanwhile. */
      expectedMinor: amountMinor.optional(),
    }),
    output: z.strictObject({ linkedMinor: z.int(), links: z.int() }),
    refusals: ['client-unknown', 'nothing-to-reconcile', 'reconciliation-changed'],
  }),
  'allocation.link': command({
    access: 'clerk',
    /** Without an amount: as much as both have left. */
    input: z.strictObject({ source, itemId: id, amountMinor: amountMinor.optional() }),
    output: z.strictObject({ amountMinor: z.int(), sourceOpenMinor: z.int(), itemOwedMinor: z.int() }),
    refusals: linkRefusals,
  }),
  'allocation.unlink': command({
    access: 'supervisor',
    /** Without an amount: the whole link. */
    input: z.strictObject({ source, itemId: id, amountMinor: amountMinor.optional(), reason: name }),
    output: z.strictObject({ amountMinor: z.int(), itemOwedMinor: z.int() }),
    refusals: [...linkRefusals, 'walk-in-no-credit'],
  }),
};
