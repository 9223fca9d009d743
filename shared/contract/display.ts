import { z } from 'zod';
import { amountOrZeroMinor, done, id, language, quantity } from './fields.ts';
import { query, session } from './operation.ts';

const shared = { language };
const cart = {
  ...shared,
  state: z.literal('cart'),
  totalMinor: amountOrZeroMinor,
  /** Entered so far, or typed; null before. */
  paidMinor: amountOrZeroMinor.nullable(),
  changeMinor: amountOrZeroMinor,
};
const line = { quantity, amountMinor: amountOrZeroMinor };
const others = [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({
    ...shared,
    state: z.literal('terminal'),
    direction: z.enum(['in', 'out']),
    amountMinor: amountOrZeroMinor,
  }),
  /** The terminal's answer is missing: the customer is asked for patience. */
  z.strictObject({ ...shared, state: z.literal('checking'), amountMinor: amountOrZeroMinor }),
  z.strictObject({
    ...shared,
    state: z.literal('done'),
    totalMinor: amountOrZeroMinor,
    changeMinor: amountOrZeroMinor,
  }),
  /** Cash that the clerk hands over, before and after. */
  z.strictObject({ ...shared, state: z.literal('hand-over'), amountMinor: amountOrZeroMinor }),
  z.strictObject({ ...shared, state: z.literal('refunded'), amountMinor: amountOrZeroMinor }),
] as const;

/**
 * What the person in front of the counter sees. No text crosses: products go by their id and are named by the service,
 * so that no name of a person can ever stand there.
 */
export const displayOperations = {
  'display.show': session({
    access: 'clerk',
    input: z.discriminatedUnion('state', [
      z.strictObject({
        ...cart,
        lines: z
          .array(z.strictObject({ productId: id.optional(), customItemId: id.optional(), ...line }))
          .max(200),
      }),
      ...others,
    ]),
    output: done,
  }),
  'display.read': query({
    access: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      organisationName: z.string(),
      view: z.discriminatedUnion('state', [
        z.strictObject({
          ...cart,
          lines: z.array(z.strictObject({ nameFr: z.string(), nameEn: z.string(), ...line })),
        }),
        ...others,
      ]),
    }),
  }),
};
