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
};
const desk = {
  tillId: id.optional(),
  /** Who made the document. */
  staffId: id.optional(),
};
const refusals = ['report-period', 'report-stopped'] as const;

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
  'report.cancel': session({
    access: 'supervisor',
    input: z.strictObject({ runId }),
    output: z.strictObject({ stopped: z.boolean() }),
  }),
};
