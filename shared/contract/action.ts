import { z } from 'zod';
import { instant } from './fields.ts';
import { query } from './operation.ts';

export const actionOperations = {
  'action.list': query({
    access: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({
      actions: z.array(
        z.strictObject({
          actionId: z.string(),
          kind: z.enum([
            'refund-in-progress',
            'refund-in-doubt',
            'payment-in-progress',
            'payment-in-doubt',
            'sale-parked',
            'walk-in-money-back',
            'approval-waiting',
            'approval-granted',
          ]),
          since: instant,
          amountMinor: z.int(),
          clientId: z.int(),
          clientName: z.string(),
          refundId: z.int().nullable(),
          saleId: z.int().nullable(),
          attemptId: z.int().nullable(),
          approvalId: z.int().nullable(),
          driver: z.string().nullable(),
          terminalName: z.string().nullable(),
          staffName: z.string(),
        }),
      ),
    }),
  }),
};
