import { z } from 'zod';
import { localDate } from './fields.ts';
import { query, session } from './operation.ts';

const progress = z.strictObject({
  isRunning: z.boolean(),
  /** Charges: rows of one client, date and saved method are one. */
  total: z.int(),
  done: z.int(),
  paid: z.int(),
  /** When it last ran; null before the first time. */
  ranOn: localDate.nullable(),
});

export const instalmentOperations = {
  /**
   * Charges what is due by today on saved methods, as every start and every new day does. Under way already, it only says
   * so; what is charged once is never charged again.
   */
  'instalment.run': session({ access: 'clerk', input: z.strictObject({}), output: progress }),
  'instalment.progress': query({ access: 'clerk', input: z.strictObject({}), output: progress }),
};
