import { z } from 'zod';
import { INSTALMENTS_MAX, PLAN_STEPS } from '../domain/instalment.ts';
import { amountMinor, id, instant, localDate, name, signedMinor, text } from './fields.ts';
import { command, query } from './operation.ts';

/** One date and what is due on it. */
export const instalment = z.strictObject({ dueDate: localDate, amountMinor: z.int() });

const count = z.int().min(1).max(INSTALMENTS_MAX);
const dates = z.array(localDate).min(1).max(INSTALMENTS_MAX);
const every = z.enum(PLAN_STEPS);

/** One way to pay a product by instalments: so many at equal steps from the day of the sale, or on fixed dates. */
export const planOption = z.union([
  z.strictObject({ nameFr: name, nameEn: text.optional(), count, every }),
  z.strictObject({ nameFr: name, nameEn: text.optional(), dates }),
]);

/** A product has one plan at most, with several options (domain.md §2). */
export const productPlan = z.strictObject({ options: z.array(planOption).min(1).max(20) });

/**
 * The dates of a plan; amounts are always equal cents, spare cents on the first dates. One of: an option of the
 * product's plan by its place in the list (from 1), fixed dates, or a count of steps.
 */
export const planAsk = {
  option: z.int().min(1).max(20).optional(),
  dates: dates.optional(),
  count: count.optional(),
  /** With `count`; a month unless said otherwise. */
  every: every.optional(),
  /** With `count` or `option`; today unless said otherwise. */
  firstDate: localDate.optional(),
};

const plannedState = z.enum(['planned', 'processing', 'paid', 'failed', 'retried', 'skipped', 'voided']);

const plannedRead = z.strictObject({
  plannedPaymentId: z.int(),
  itemId: z.int(),
  invoiceId: z.int(),
  invoiceNumber: z.string(),
  nameFr: z.string(),
  nameEn: z.string(),
  personName: z.string().nullable(),
  dueDate: localDate,
  amountMinor: z.int(),
  state: plannedState,
  /** Charged to a saved method on its day, or listed for the desk (settled.md 40). */
  method: z.enum(['at-desk', 'saved-method']),
});

const planRead = z.strictObject({
  /** The dates that are left, all items together. */
  schedule: z.array(instalment),
  payments: z.array(plannedRead),
  /** Owed by the items and covered by no planned payment. */
  unplannedMinor: z.int(),
});

const itemPlan = z.strictObject({ itemId: z.int(), payments: z.array(instalment) });

const methodRefusals = [
  'saved-method-unknown',
  'saved-method-other-client',
  'saved-method-unusable',
] as const;
const itemRefusals = [
  'item-unknown',
  'item-other-client',
  'nothing-owed',
  'walk-in-needs-full-payment',
] as const;
const askRefusals = ['plan-option-unknown', 'plan-date-past', 'invalid-input'] as const;
const itemIds = z.array(id).min(1).max(200);

export const planOperations = {
  /** What `plan.make` would plan: each item split alone, then the dates summed (settled.md 40). */
  'plan.preview': query({
    access: 'clerk',
    input: z.strictObject({ itemIds, ...planAsk }),
    output: z.strictObject({
      schedule: z.array(instalment),
      items: z.array(itemPlan),
      toPlanMinor: z.int(),
    }),
    refusals: [...itemRefusals, ...askRefusals, 'plan-exists'],
  }),
  'plan.make': command({
    access: 'clerk',
    /** With `savedMethodId` each instalment is charged to it on its day; otherwise it is paid at the desk. */
    input: z.strictObject({ itemIds, ...planAsk, savedMethodId: id.optional() }),
    output: z.strictObject({
      schedule: z.array(instalment),
      items: z.array(itemPlan),
      toPlanMinor: z.int(),
    }),
    refusals: [...itemRefusals, ...askRefusals, ...methodRefusals, 'plan-exists'],
  }),
  /**
   * Charges what is left of an item's plan, or all that depends on one saved method, to another one, or leaves it for the
   * desk. What failed is charged again by the next run.
   */
  'plan.changeMethod': command({
    access: 'clerk',
    input: z.union([
      z.strictObject({ itemId: id, savedMethodId: id.nullable() }),
      z.strictObject({ fromSavedMethodId: id, savedMethodId: id.nullable() }),
    ]),
    output: planRead,
    refusals: [...itemRefusals, ...methodRefusals, 'plan-missing'],
  }),
  /** Gives one item other dates and amounts; they must add up to what is owed and not under way. */
  'plan.change': command({
    access: 'clerk',
    input: z.strictObject({
      itemId: id,
      payments: z
        .array(z.strictObject({ dueDate: localDate, amountMinor }))
        .min(1)
        .max(INSTALMENTS_MAX),
      reason: name.optional(),
    }),
    output: planRead,
    refusals: [...itemRefusals, 'plan-missing', 'plan-sum-differs', 'plan-date-past'],
  }),
  /** Gives up what is planned of an item: it is due at once. */
  'plan.end': command({
    access: 'clerk',
    input: z.strictObject({ itemId: id, reason: name }),
    output: planRead,
    refusals: ['item-unknown', 'plan-missing'],
  }),
  /** Skips one planned payment: its amount moves to a later date. */
  'plan.skip': command({
    access: 'clerk',
    input: z.strictObject({ plannedPaymentId: id, toDate: localDate, reason: name }),
    output: planRead,
    refusals: ['planned-payment-unknown', 'planned-payment-not-waiting', 'plan-date-past'],
  }),
  /** The plan of an item, an invoice or an account; every payment that was ever planned, by date. */
  'plan.read': query({
    access: 'clerk',
    input: z.union([
      z.strictObject({ itemId: id }),
      z.strictObject({ invoiceId: id }),
      z.strictObject({ clientId: id }),
    ]),
    output: planRead,
    refusals: ['item-unknown', 'invoice-unknown', 'client-unknown'],
  }),
  /** What is planned for the desk or failed, due by a date (today unless said otherwise), everybody's, oldest first. */
  'plan.due': query({
    access: 'clerk',
    input: z.strictObject({ untilDate: localDate.optional(), limit: z.int().min(1).max(1000).optional() }),
    output: z.strictObject({
      payments: z.array(
        plannedRead.extend({
          clientId: z.int(),
          clientName: z.string(),
          phone: z.string(),
          /** Positive: days since it was due. */
          daysLate: signedMinor,
          at: instant,
        }),
      ),
      totalMinor: z.int(),
      hasMore: z.boolean(),
    }),
  }),
};
