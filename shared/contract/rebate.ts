import { z } from 'zod';
import { APPROVED_REFUSALS } from './approved.ts';
import { amountMinor, basisPoints, id, ledgerCode, signedMinor, text } from './fields.ts';
import { command, query } from './operation.ts';

/** How much is taken off by hand, before tax, under which label and why (domain.md B3, B4; settled.md 28). */
export const rebateFields = {
  /** One of the two. */
  amountMinor: amountMinor.optional(),
  basisPoints: basisPoints.optional(),
  /** A custom item of kind rebate: gives the label and the ledger code. */
  customItemId: id.optional(),
  /** Otherwise the custom item's, or the item's own. */
  ledgerCode: ledgerCode.optional(),
  /** Needed without a custom item. */
  reason: text.optional(),
};

export const rebateRequest = z.strictObject(rebateFields);

export const REBATE_REFUSALS = [
  'rebate-exceeds-item',
  'rebate-above-limit',
  'reason-needed',
  'custom-item-unknown',
  'custom-item-inactive',
] as const;

/** A rebate on an item that is billed already: a credit memo that pays the item's unpaid part first (settled.md 22). */
export const rebateGiveRequest = {
  itemId: id,
  ...rebateFields,
  /** A walk-in sale is credited to a named account when it is not refunded at once (settled.md 11). */
  toClientId: id.optional(),
};

export const GIVE_REFUSALS = [
  ...REBATE_REFUSALS,
  'item-unknown',
  'nothing-to-credit',
  'credit-exceeds-item',
  'walk-in-no-credit',
  'client-unknown',
  'client-archived',
  'invalid-input',
] as const;

const parts = {
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
  /** Goes to the item's own unpaid part first. */
  toItemMinor: z.int(),
  openMinor: z.int(),
  refundableMinor: z.int(),
};

export const rebateOperations = {
  'rebate.preview': query({
    access: 'clerk',
    input: z.strictObject(rebateGiveRequest),
    output: z.strictObject({
      ...parts,
      /** What a rebate could still take off the item afterwards, before tax. */
      leftNetMinor: z.int(),
      /** What a clerk may give on this item without an approval, rebates it already has taken off; before tax. */
      limitMinor: z.int(),
      needsApproval: z.boolean(),
      balanceBeforeMinor: signedMinor,
      balanceAfterMinor: signedMinor,
    }),
    refusals: GIVE_REFUSALS,
  }),
  'rebate.give': command({
    access: 'clerk',
    input: z.strictObject({ ...rebateGiveRequest, approvalId: id.optional() }),
    output: z.strictObject({ memoId: z.int(), number: z.string(), ...parts }),
    refusals: [...GIVE_REFUSALS, ...APPROVED_REFUSALS],
  }),
};
