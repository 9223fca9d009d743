import { z } from 'zod';
import { id, localDate } from './fields.ts';
import { report, session } from './operation.ts';
import { reportDocument } from './report-model.ts';

/** Made by the caller: under it the report tells how far it is, and can be stopped. */
const runId = z.uuid();

const period = {
  /** Both included; today when left out. */
  fromDate: localDate.optional(),
  toDate: localDate.optional(),
  runId: runId.optional(),
  /** Every row, for a file; a screen is given as many as it can show. */
  allRows: z.boolean().optional(),
};
const desk = {
  tillId: id.optional(),
  /** Who made the document. */
  staffId: id.optional(),
};
const refusals = ['report-period', 'report-stopped'] as const;

const ofDesk = () =>
  report({
    access: 'supervisor',
    input: z.strictObject({ ...period, ...desk }),
    output: reportDocument,
    refusals,
  });

/** Reports (domain.md B22): read only, for supervisors, and worked out apart from the counter. */
export const reportOperations = {
  'report.salesSummary': report({
    access: 'supervisor',
    input: z.strictObject({
      ...period,
      ...desk,
      /** Down to products, or to each line of a document with its participant. */
      detail: z.enum(['product', 'participant']).optional(),
      productType: z.string().max(40).optional(),
      productId: id.optional(),
    }),
    output: reportDocument,
    refusals,
  }),
  /** Money received and given back, by method, till, person and ledger code. */
  'report.payments': ofDesk(),
  /** Refunds done, each with its evidence, approver and reason. */
  'report.refunds': ofDesk(),
  /** What clients owe at the end of `toDate`, by age; the movements since `fromDate`, the month's first when left out. */
  'report.receivables': report({
    access: 'supervisor',
    input: z.strictObject(period),
    output: reportDocument,
    refusals,
  }),
  /** Deposits and open credits at the end of a day. */
  'report.held': report({
    access: 'supervisor',
    input: z.strictObject({ toDate: period.toDate, runId: period.runId, allRows: period.allRows }),
    output: reportDocument,
    refusals,
  }),
  'report.taxes': report({
    access: 'supervisor',
    input: z.strictObject(period),
    output: reportDocument,
    refusals,
  }),
  'report.tillCloses': ofDesk(),
  'report.discounts': ofDesk(),
  'report.exceptions': ofDesk(),
  /** Planned payments still to come, by month, whatever their date unless a period is given. */
  'report.instalments': report({
    access: 'supervisor',
    input: z.strictObject(period),
    output: reportDocument,
    refusals,
  }),
  /** Every account of the journal over a period. */
  'report.accounts': report({
    access: 'supervisor',
    input: z.strictObject(period),
    output: reportDocument,
    refusals,
  }),
  /** Stops a report of one's own that is under way. */
  'report.cancel': session({
    access: 'supervisor',
    input: z.strictObject({ runId }),
    output: z.strictObject({ stopped: z.boolean() }),
  }),
};
