import { z } from 'zod';
import { containsCardNumber } from '../domain/card-number.ts';
import { done, id, instant, last4, localDate, name } from './fields.ts';
import { command, query } from './operation.ts';

/** A card or a bank account that the client authorised; what is kept is the processor's token, never a number. */
export const savedMethodKind = z.enum(['card', 'bank']);
export const savedMethodStatus = z.enum(['valid', 'invalid', 'expired', 'closed', 'withdrawn']);
/** The processor's own name of a payment method or a customer: letters, digits, dash and underscore. */
const token = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{2,98}$/)
  .superRefine((text, context) => {
    if (containsCardNumber(text, 'text'))
      context.addIssue({ code: 'custom', message: 'card-number', params: { code: 'card-number' } });
  });
/** YYYY-MM: good to the end of that month. */
const expiryMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const savedMethodRead = z.strictObject({
  savedMethodId: z.int(),
  kind: savedMethodKind,
  /** Of a card: its brand; of a bank account: its bank. */
  brand: z.string(),
  last4: z.string(),
  expiresOn: z.string().nullable(),
  consentDate: localDate,
  status: savedMethodStatus,
  /** Whether it may be charged now. */
  canCharge: z.boolean(),
  paymentCount: z.int(),
  at: instant,
  staffName: z.string(),
});

export const savedMethodOperations = {
  'savedMethod.list': query({
    access: 'clerk',
    input: z.strictObject({ clientId: id }),
    output: z.strictObject({ methods: z.array(savedMethodRead) }),
    refusals: ['client-unknown'],
  }),
  /** Keeps what the client authorised: the token that the processor gave, and how to recognise it. */
  'savedMethod.add': command({
    access: 'clerk',
    input: z.strictObject({
      clientId: id,
      kind: savedMethodKind,
      token,
      /** The processor's customer the token belongs to, when it has one. */
      customerToken: token.optional(),
      brand: name,
      last4,
      /** Of a card only. */
      expiresOn: expiryMonth.optional(),
      /** When the client authorised the organisation; today when absent. */
      consentDate: localDate.optional(),
    }),
    output: z.strictObject({ savedMethodId: z.int() }),
    refusals: [
      'client-unknown',
      'client-archived',
      'saved-method-walk-in',
      'saved-method-taken',
      'saved-method-expired',
      'consent-after-today',
      'invalid-input',
    ],
  }),
  /** Says that a saved method no longer works, works again, or that the client withdrew the authorisation. */
  'savedMethod.mark': command({
    access: 'clerk',
    input: z.strictObject({ savedMethodId: id, status: savedMethodStatus }),
    output: done,
    refusals: ['saved-method-unknown', 'saved-method-withdrawn', 'attempt-on-gateway'],
  }),
};
