import { z } from 'zod';
import { amountMinor, id, instant, language, ledgerCode, localDate, name, signedMinor } from './fields.ts';
import { command, query } from './operation.ts';

const asked = {
  clientId: id,
  amountMinor,
  /** Whether the amount holds its taxes, adds them, or leaves the taxes as they were (domain.md B7). */
  taxMode: z.enum(['included', 'added', 'waived']),
};
const parts = {
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
};
const issueRefusals = ['client-unknown', 'client-archived', 'walk-in-no-credit', 'amount-too-large'] as const;

export const creditOperations = {
  'credit.preview': query({
    access: 'clerk',
    input: z.strictObject(asked),
    output: z.strictObject({ ...parts, balanceBeforeMinor: signedMinor, balanceAfterMinor: signedMinor }),
    refusals: issueRefusals,
  }),
  /** A credit on the account without a source item; it pays nothing until it is linked or spent. */
  'credit.issue': command({
    access: 'supervisor',
    input: z.strictObject({
      ...asked,
      /** What the note says is credited. */
      label: name,
      ledgerCode,
      /** A permission, never more than was received from the account (settled.md 4). */
      isRefundable: z.boolean().optional(),
      /** Last day on which it pays anything; only for credit that is never refunded (settled.md 32). */
      expiresOn: localDate.optional(),
      reason: name,
    }),
    output: z.strictObject({ memoId: z.int(), number: z.string(), ...parts }),
    refusals: [...issueRefusals, 'invalid-input'],
  }),
  /** A credit memo as its note prints it, with its lines. */
  'credit.read': query({
    access: 'clerk',
    input: z.strictObject({ memoId: id }),
    output: z.strictObject({
      memoId: z.int(),
      number: z.string(),
      kind: z.string(),
      at: instant,
      localDate,
      language,
      clientId: z.int(),
      clientName: z.string(),
      staffName: z.string(),
      /** Of the items it credits; null for a credit without a source item. */
      invoiceId: z.int().nullable(),
      invoiceNumber: z.string().nullable(),
      reason: z.string(),
      ...parts,
      openMinor: z.int(),
      refundableMinor: z.int(),
      lines: z.array(
        z.strictObject({
          nameFr: z.string(),
          nameEn: z.string(),
          personName: z.string().nullable(),
          askedBasisPoints: z.int().nullable(),
          ...parts,
        }),
      ),
    }),
    refusals: ['memo-unknown'],
  }),
  /** Takes back what is still open of a manual credit, by an invoice of the same parts that the credit pays. */
  'credit.reverse': command({
    access: 'supervisor',
    input: z.strictObject({ memoId: id, reason: name }),
    output: z.strictObject({ invoiceId: z.int(), number: z.string(), ...parts }),
    refusals: ['memo-unknown', 'credit-of-item', 'credit-used'],
  }),
};
