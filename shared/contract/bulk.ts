import { z } from 'zod';
import { amountMinor, id, instant, ledgerCode, localDate, name, text } from './fields.ts';
import { command, query } from './operation.ts';

const age = z.int().min(0).max(130);
const ids = z.array(id).max(5000);

/** Whom a batch is about: the people registered in activities, or a list of people; then narrowed. */
const filter = z.strictObject({
  productIds: z.array(id).max(200).optional(),
  personIds: ids.optional(),
  /** Left out by hand. */
  exceptPersonIds: ids.optional(),
  ageMinimum: age.optional(),
  ageMaximum: age.optional(),
  tag: name.optional(),
});

const asked = {
  kind: z.enum(['credit', 'charge']),
  filter,
  /** For each person; or `sessions`, which takes that many of the activity's own sessions at its price. */
  amountMinor: amountMinor.optional(),
  sessions: z.int().min(1).max(999).optional(),
  /** Whether the amount holds its taxes, adds them, or is not taxed (domain.md B7). */
  taxMode: z.enum(['included', 'added', 'waived']),
};

const line = z.strictObject({
  personId: z.int(),
  personName: z.string(),
  netMinor: z.int(),
  gstMinor: z.int(),
  qstMinor: z.int(),
  totalMinor: z.int(),
});

const counts = { peopleCount: z.int(), accountCount: z.int(), totalMinor: z.int() };
const batchState = z.enum(['running', 'done', 'cancelled']);
const accountState = z.enum(['waiting', 'done', 'refused', 'left']);

const batchHead = {
  batchId: z.int(),
  kind: z.enum(['credit', 'charge', 'reversal']),
  state: batchState,
  label: z.string(),
  reason: z.string(),
  staffName: z.string(),
  at: instant,
  localDate,
  ...counts,
  doneCount: z.int(),
  refusedCount: z.int(),
  /** Of the documents that were made, in cents. */
  doneMinor: z.int(),
  reversesBatchId: z.int().nullable(),
  reversedByBatchId: z.int().nullable(),
};

const started = z.strictObject({ batchId: z.int(), state: z.literal('running'), ...counts });

const planRefusals = [
  'product-unknown',
  'person-unknown',
  'bulk-nobody',
  'bulk-person-twice',
  'bulk-no-sessions',
  'amount-too-large',
  'invalid-input',
] as const;

/** Credits or charges of many people at once (domain.md B8); one transaction an account, resumed after a stop. */
export const bulkOperations = {
  'bulk.preview': query({
    access: 'supervisor',
    input: z.strictObject(asked),
    output: z.strictObject({
      ...counts,
      accounts: z.array(
        z.strictObject({
          clientId: z.int(),
          clientName: z.string(),
          lines: z.array(line),
          totalMinor: z.int(),
        }),
      ),
    }),
    refusals: planRefusals,
  }),
  'bulk.run': command({
    access: 'supervisor',
    input: z.strictObject({
      ...asked,
      /** What each line of each document says. */
      label: name,
      ledgerCode,
      reason: name,
      /** Credits: a permission, never more than was received from the account (settled.md 4). */
      isRefundable: z.boolean().optional(),
      /** What the preview showed: refused when somebody came or left meanwhile. */
      expectedPeopleCount: z.int().min(1).optional(),
      expectedTotalMinor: amountMinor.optional(),
      /** The same people, amount and label as an earlier batch, on purpose. */
      again: z.boolean().optional(),
    }),
    output: started,
    refusals: [...planRefusals, 'bulk-changed', 'bulk-already-run'],
  }),
  'bulk.read': query({
    access: 'clerk',
    input: z.strictObject({ batchId: id }),
    output: z.strictObject({
      ...batchHead,
      accounts: z.array(
        z.strictObject({
          clientId: z.int(),
          clientName: z.string(),
          people: z.array(z.string()),
          state: accountState,
          totalMinor: z.int(),
          /** The number on its document; several when a charge is taken back item by item. */
          numbers: z.array(z.string()),
          /** Why nothing was done for this account. */
          refusal: z.strictObject({ code: z.string(), detail: z.record(z.string(), z.unknown()) }).nullable(),
        }),
      ),
    }),
    refusals: ['bulk-unknown'],
  }),
  'bulk.list': query({
    access: 'clerk',
    input: z.strictObject({ limit: z.int().min(1).max(200).optional() }),
    output: z.strictObject({ batches: z.array(z.strictObject(batchHead)) }),
  }),
  /** Stops before the next account; the documents already made stay, and can be reversed. */
  'bulk.cancel': command({
    access: 'supervisor',
    input: z.strictObject({ batchId: id }),
    output: z.strictObject({ doneCount: z.int(), leftCount: z.int() }),
    refusals: ['bulk-unknown', 'bulk-not-running'],
  }),
  /** Takes every document of a batch back by its counter-document, as a batch of its own. */
  'bulk.reverse': command({
    access: 'supervisor',
    input: z.strictObject({ batchId: id, reason: name }),
    output: started,
    refusals: ['bulk-unknown', 'bulk-running', 'bulk-not-reversible', 'bulk-already-reversed'],
  }),
  /** Finds the people of a CSV list by account number and name; nothing is written. */
  'bulk.readPeople': query({
    access: 'supervisor',
    upload: true,
    input: z.strictObject({ csv: z.string().max(16_000_000) }),
    output: z.strictObject({
      people: z.array(
        z.strictObject({ personId: z.int(), personName: z.string(), clientId: z.int(), clientNumber: text }),
      ),
    }),
    refusals: ['import-refused'],
  }),
};
