import { z } from 'zod';
import { amountMinor, currency, id, name, notes, refundDestination } from './fields.ts';
import { part } from './refund-part.ts';

/** Sources are open credit memos and deposits only (settled.md 2). */
const sourceRef = z.union([z.strictObject({ memoId: id }), z.strictObject({ paymentId: id })]);
/** What narrows a refund. */
export const choice = {
  clientId: id,
  /** Restricts the refund to these sources; otherwise oldest first. */
  sources: z.array(sourceRef).min(1).max(100).optional(),
  /** Restricts the refund to money of this payment. */
  originPaymentId: id.optional(),
};

/** What a refund is, to issue it or to ask for its approval. */
export const refundRequest = {
  ...choice,
  /** In all. */
  amountMinor,
  currency,
  /** One way out; or `parts`, which sum to the amount. */
  destination: refundDestination.optional(),
  parts: z.array(part).min(2).max(6).optional(),
  terminalId: id.optional(),
  /** A code of `REFUND_REASONS`; any other words are another reason. `other` itself needs a note. */
  reason: name,
  note: notes.optional(),
  tillId: id.optional(),
};

export const REFUND_REFUSALS = [
  'client-unknown',
  'payment-unknown',
  'refund-exceeds-refundable',
  'refund-source-unusable',
  'refund-destination-refused',
  'refund-parts-differ',
  'refund-way-twice',
  'refund-above-limit',
  'refund-waits-for-outcome',
  'reason-needed',
  'till-unknown',
  'till-closed',
  'till-choice-needed',
  'drawer-short',
  'too-small-for-cash',
  'terminal-unknown',
  'terminal-inactive',
  'terminal-waits',
  'gateway-missing',
  'gateway-key-missing',
  'refund-one-payment',
  'batch-slip-needed',
] as const;
