import { z } from 'zod';
import {
  done,
  id,
  instant,
  language,
  localDate,
  name,
  notes,
  signedMinor,
  text,
  typedNumber,
} from './fields.ts';
import { command, query } from './operation.ts';
import { unpaidRead } from './payment-rule.ts';
import { instalment } from './plan.ts';

const kind = z.enum(['household', 'corporate']);
const email = text.pipe(z.union([z.literal(''), z.email()]));
const tags = z.array(name).max(50);
const person = {
  givenName: name,
  familyName: text.optional(),
  birthDate: localDate.optional(),
  isOwner: z.boolean().optional(),
  tags: tags.optional(),
};
const details = {
  name,
  language: language.optional(),
  phone: text.optional(),
  email: email.optional(),
  cardNumber: typedNumber.optional(),
  address: text.optional(),
  note: notes.optional(),
};

const personRead = z.strictObject({
  personId: z.int(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: localDate.nullable(),
  isOwner: z.boolean(),
  tags: z.array(z.string()),
});

/** One line of the account: left column what is owed, right column real money (domain.md §1, Income / Cashflow). */
const documentRead = z.strictObject({
  kind: z.enum(['invoice', 'credit-memo', 'payment', 'refund']),
  documentId: z.int(),
  number: z.string(),
  at: instant,
  localDate,
  /** Item names of an invoice, reason of a credit memo, method or destination code of money. */
  descriptionFr: z.string(),
  descriptionEn: z.string(),
  /** Owed column: invoices positive, credit memos negative. Money column: payments negative, refunds positive. */
  amountMinor: signedMinor,
  /** What is still unpaid of an invoice or still open of a credit memo or payment. */
  openMinor: z.int(),
  /** A credit made by hand with something open: it can be taken back. */
  canReverse: z.boolean(),
  state: z.string(),
});

export const clientRead = z.strictObject({
  clientId: z.int(),
  number: z.string(),
  kind: z.enum(['household', 'corporate', 'walk-in']),
  name: z.string(),
  language,
  phone: z.string(),
  email: z.string(),
  cardNumber: z.string().nullable(),
  address: z.string(),
  note: z.string(),
  archivedAt: instant.nullable(),
  people: z.array(personRead),
});

export const clientOperations = {
  'client.open': command({
    access: 'clerk',
    input: z.strictObject({
      kind: kind.optional(),
      ...details,
      people: z.array(z.strictObject(person)).max(50).optional(),
    }),
    output: z.strictObject({ clientId: z.int(), number: z.string(), personIds: z.array(z.int()) }),
    refusals: ['client-card-taken'],
  }),
  'client.change': command({
    access: 'clerk',
    input: z.strictObject({ clientId: id, ...details }),
    output: done,
    refusals: ['client-unknown', 'client-card-taken', 'client-archived'],
  }),
  'client.addPerson': command({
    access: 'clerk',
    input: z.strictObject({ clientId: id, ...person }),
    output: z.strictObject({ personId: z.int() }),
    refusals: ['client-unknown', 'client-archived'],
  }),
  'client.changePerson': command({
    access: 'clerk',
    input: z.strictObject({ personId: id, ...person }),
    output: done,
    refusals: ['person-unknown', 'client-archived'],
  }),
  'client.archive': command({
    access: 'supervisor',
    input: z.strictObject({ clientId: id }),
    output: done,
    refusals: ['client-unknown', 'client-archived', 'client-not-empty'],
  }),
  'client.find': query({
    access: 'clerk',
    input: z.strictObject({ text: text, limit: z.int().min(1).max(200).optional() }),
    output: z.strictObject({
      clients: z.array(
        z.strictObject({
          clientId: z.int(),
          number: z.string(),
          kind: z.enum(['household', 'corporate', 'walk-in']),
          name: z.string(),
          people: z.array(z.string()),
          phone: z.string(),
          email: z.string(),
          balanceMinor: signedMinor,
          archived: z.boolean(),
        }),
      ),
      hasMore: z.boolean(),
    }),
  }),
  'client.read': query({
    access: 'clerk',
    input: z.strictObject({ clientId: id }),
    output: z.strictObject({
      client: clientRead,
      /** Positive: the client owes (domain.md §0.2). */
      balanceMinor: signedMinor,
      /** Held for refunds on their way: no longer available, still in the balance (settled.md 7). */
      heldMinor: z.int(),
      depositAvailableMinor: z.int(),
      creditAvailableMinor: z.int(),
      /** Credits that expire within 30 days, soonest first. */
      expiringCredits: z.array(
        z.strictObject({ memoId: z.int(), number: z.string(), expiresOn: localDate, openMinor: z.int() }),
      ),
      /** Charges of what is owed that a gateway or a bank has and has not answered for: nothing is posted yet (settled.md 7). */
      pendingMinor: z.int(),
      /** The balance once every planned payment and every charge under way has passed (domain.md §2, invariant 5). */
      expectedBalanceMinor: signedMinor,
      /** Planned payments that still wait, those that failed included. */
      plannedMinor: z.int(),
      /** Owed on a date gone by; what is planned and not yet due never counts. */
      overdueMinor: z.int(),
      /** What the desk's rule says of what is overdue (settled.md 59). */
      unpaid: unpaidRead,
      openItems: z.array(
        z.strictObject({
          itemId: z.int(),
          invoiceId: z.int(),
          invoiceNumber: z.string(),
          lineNumber: z.int(),
          nameFr: z.string(),
          nameEn: z.string(),
          personName: z.string().nullable(),
          /** Of what is due first. */
          dueDate: localDate,
          totalMinor: z.int(),
          owedMinor: z.int(),
          /** Of that, what charges under way are about to pay: it reads "being paid" and is not overdue. */
          pendingMinor: z.int(),
          /** When each part is due: several dates when it is paid by instalments (domain.md B11). */
          dues: z.array(instalment),
        }),
      ),
      registrations: z.array(
        z.strictObject({
          registrationId: z.int(),
          personName: z.string(),
          productNameFr: z.string(),
          productNameEn: z.string(),
          itemId: z.int(),
          invoiceId: z.int(),
          state: z.enum(['active', 'cancelled', 'replaced']),
        }),
      ),
      documents: z.array(documentRead),
    }),
    refusals: ['client-unknown'],
  }),
  'client.import': command({
    access: 'administrator',
    upload: true,
    input: z.strictObject({ csv: z.string().max(16_000_000) }),
    output: z.strictObject({ importedCount: z.int() }),
    refusals: ['import-refused'],
  }),
};
