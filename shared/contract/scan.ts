import { z } from 'zod';
import { typedNumber } from './fields.ts';
import { query } from './operation.ts';

/** What a scanned code means: a product, a client's card, or a document that was printed. */
export const scanOperations = {
  'scan.find': query({
    access: 'clerk',
    input: z.strictObject({ code: typedNumber.pipe(z.string().min(1)) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('product'),
        productId: z.int(),
        code: z.string(),
        active: z.boolean(),
      }),
      z.strictObject({ kind: z.literal('client'), clientId: z.int() }),
      z.strictObject({
        kind: z.literal('invoice'),
        invoiceId: z.int(),
        clientId: z.int(),
        isWalkIn: z.boolean(),
      }),
      z.strictObject({
        kind: z.literal('payment'),
        paymentId: z.int(),
        clientId: z.int(),
        /** The first invoice it paid; null when all of it stays on the account. */
        invoiceId: z.int().nullable(),
      }),
      z.strictObject({ kind: z.literal('refund'), refundId: z.int() }),
      z.strictObject({ kind: z.literal('close'), zNumber: z.string() }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
  }),
};
