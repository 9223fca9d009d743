import { z } from 'zod';

/** The published API's requests that this program makes, and nothing else: an unknown or missing field is refused. */

const amount = z
  .string()
  .regex(/^[1-9]\d{0,7}$/)
  .transform(Number);
const metadata = z.strictObject({ attemptId: z.string().min(1).max(500) });
const id = z.string().regex(/^[a-z]+_[A-Za-z0-9_]+$/);

export const createIntent = z.strictObject({
  amount,
  currency: z.literal('cad'),
  payment_method: id,
  allowed_payment_method_types: z.tuple([z.enum(['card', 'acss_debit'])]),
  customer: id.optional(),
  metadata,
});
export const confirmIntent = z.strictObject({ off_session: z.literal('true') });
export const nothing = z.strictObject({});
export const retrieveIntent = z.strictObject({ expand: z.tuple([z.literal('latest_charge')]).optional() });
export const listIntents = z.strictObject({ limit: z.literal('1') });
export const createRefund = z.strictObject({ payment_intent: id, amount, metadata });
export const listRefunds = z.strictObject({
  payment_intent: id,
  limit: z.literal('100'),
  starting_after: id.optional(),
});

/** A form body or query as the API nests it: `metadata[attemptId]=…`, `expand[0]=…`. */
export function nested(pairs: URLSearchParams): unknown {
  const root: Record<string, unknown> = {};
  for (const [name, value] of pairs) {
    const [first = '', ...rest] = name.replaceAll(']', '').split('[');
    const inner = rest[0];
    if (inner === undefined) root[first] = value;
    else if (/^\d*$/.test(inner)) root[first] = [...((root[first] as unknown[] | undefined) ?? []), value];
    else root[first] = { ...((root[first] as object | undefined) ?? {}), [inner]: value };
  }
  return root;
}
