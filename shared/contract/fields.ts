import { z } from 'zod';
import { containsCardNumber } from '../domain/card-number.ts';
import { AMOUNT_MAX_MINOR } from '../domain/money.ts';

const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const CONTROL_BUT_NEWLINE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

type TextKind = 'text' | 'typed-number';

/** Issues carry `params.code` so that dispatch can answer with that refusal instead of `invalid-input`. */
function guarded(maximum: number, kind: TextKind, control: RegExp) {
  return z
    .string()
    .max(maximum * 4)
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(maximum)
        .superRefine((text, context) => {
          if (control.test(text)) context.addIssue({ code: 'custom', message: 'control-character' });
          else if (containsCardNumber(text, kind))
            context.addIssue({ code: 'custom', message: 'card-number', params: { code: 'card-number' } });
        }),
    );
}

/** One line of text, NFC, at most 200 characters, no control character and no card number (settled.md 47, 58). */
export const text = guarded(200, 'text', CONTROL);
/** As `text`, and not empty. */
export const name = text.pipe(z.string().min(1));
/** Several lines, at most 2,000 characters. */
export const notes = guarded(2000, 'text', CONTROL_BUT_NEWLINE);
/** A number that is typed or scanned (barcode, client card, slip number): settled.md 47's narrower guard. */
export const typedNumber = guarded(60, 'typed-number', CONTROL);
/** A host or address on the desk's network, with its port when it is not the usual one. */
export const hostAddress = text
  .pipe(z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::[1-9][0-9]{0,4})?$/i))
  .refine((given) => Number(given.split(':')[1] ?? 0) <= 65_535);
/** 1 to 10^11 minor units. */
export const amountMinor = z.int().min(1).max(AMOUNT_MAX_MINOR);
/** 0 to 10^11 minor units. */
export const amountOrZeroMinor = z.int().min(0).max(AMOUNT_MAX_MINOR);
/** A signed amount in an answer, minor units. */
export const signedMinor = z.int();
export const id = z.int().min(1);
export const quantity = z.int().min(1).max(9999);
/** Hundredths of a percent: 6000 is 60 %. */
export const basisPoints = z.int().min(1).max(10_000);
export const language = z.enum(['fr', 'en']);
export const currency = z
  .string()
  .superRefine((value, context) => {
    if (value !== 'CAD')
      context.addIssue({ code: 'custom', message: 'wrong-currency', params: { code: 'wrong-currency' } });
  })
  .optional();
/** A calendar date, YYYY-MM-DD. */
export const localDate = z.iso.date();
/** An instant, UTC ISO text with milliseconds. */
export const instant = z.iso.datetime();
export const last4 = z.string().regex(/^\d{4}$/);
/** 1 to 8 letters or digits, leading zeros kept (terminal.md §3.9). */
export const approvalCode = z
  .string()
  .regex(/^[0-9A-Za-z]{1,8}$/)
  .transform((code) => code.toUpperCase());
export const pin = z.string().regex(/^\d{6,12}$/);
export const role = z.enum(['clerk', 'supervisor', 'administrator']);
export const productType = z.enum([
  'activity',
  'membership',
  'pass',
  'merchandise',
  'rental',
  'donation',
  'fee',
]);
/** A ledger code of the organisation's chart: letters, digits and hyphens. */
export const ledgerCode = name.pipe(z.string().regex(/^[A-Za-z0-9-]{1,20}$/));
export const taxClass = z.enum(['taxable', 'exempt', 'zero']);
export const cardStatus = z.enum(['valid', 'expired', 'closed', 'invalid']);
export const paymentMethod = z.enum(['cash', 'terminal', 'cheque', 'online-card', 'echeck']);
export const refundDestination = z.enum(['terminal', 'cash', 'cheque', 'online-card', 'echeck']);
export const answer = z.enum(['approved', 'declined', 'not-done', 'unknown']);
export const done = z.strictObject({});
