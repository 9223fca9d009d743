import { z } from 'zod';
import { id, name } from './fields.ts';
import { command } from './operation.ts';
import { SETTLE_REFUSALS } from './payment.ts';
import { settlement } from './tender.ts';

/** The row of `action.list` it is about: `sale-12`, `refund-7`, `attempt-9`. */
const actionId = z.string().regex(/^[a-z]+-\d{1,15}$/);

export const actionCommandOperations = {
  /**
   * Tries a failed charge or refund once more: one attempt however often and by however many it is pressed. A payment may
   * be tried on another method the client authorised; a refund goes to the card that paid, or another way from its screen.
   */
  'action.retry': command({
    access: 'clerk',
    input: z.strictObject({ actionId, savedMethodId: id.optional() }),
    /** Frozen: the live state is `sale.read` or `refund.read` (settled.md 12). */
    output: z.strictObject({
      state: z.literal('in-progress'),
      saleId: z.int().nullable(),
      refundId: z.int().nullable(),
      attemptId: z.int(),
    }),
    refusals: [
      'action-unknown',
      'action-settled',
      'action-under-way',
      'action-not-retryable',
      'action-paid-elsewhere',
      'refund-other-method',
      'saved-method-unknown',
      'saved-method-other-client',
      'saved-method-unusable',
      'gateway-missing',
      'gateway-key-missing',
      'refund-exceeds-refundable',
      'refund-source-unusable',
      'refund-destination-refused',
      'refund-waits-for-outcome',
      'refund-above-limit',
      'refund-one-payment',
      'terminal-waits',
      'till-closed',
      'till-choice-needed',
      'drawer-short',
      'too-small-for-cash',
      'terminal-unknown',
      'terminal-inactive',
      'client-unknown',
      'payment-unknown',
      'reason-needed',
    ],
  }),
  /** What really became of an attempt, told by a person who has the proof of it (settled.md 14). */
  'action.settle': command({
    access: 'clerk',
    input: z.strictObject({ actionId, ...settlement }),
    output: z.strictObject({
      attemptState: z.string(),
      saleId: z.int().nullable(),
      refundId: z.int().nullable(),
      paymentId: z.int().nullable(),
      /** The sale's next card, when it has another. */
      nextAttemptId: z.int().nullable(),
    }),
    refusals: [
      ...SETTLE_REFUSALS,
      'other-card-needs-reason',
      'till-closed',
      'drawer-counted',
      'action-unknown',
      'action-settled',
    ],
  }),
  /**
   * Takes a row off the list for a reason: what is owed stays owed, what is in credit stays so. A row that only wanted a
   * look asks again when its amount or its moment changes.
   */
  'action.dismiss': command({
    access: 'clerk',
    input: z.strictObject({ actionId, reason: name }),
    output: z.strictObject({ actionId: z.string() }),
    refusals: [
      'action-unknown',
      'action-settled',
      'action-under-way',
      'action-not-dismissable',
      'sale-has-payment',
    ],
  }),
};
