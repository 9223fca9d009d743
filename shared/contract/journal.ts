import { z } from 'zod';
import { localDate } from './fields.ts';
import { report } from './operation.ts';

/** Where the next page begins; made by the page before it and given back as it is. */
const cursor = z.discriminatedUnion('stage', [
  z.strictObject({
    stage: z.literal('accounts'),
    lastEntryId: z.int(),
    account: z.string().max(100),
    clientId: z.int(),
  }),
  z.strictObject({
    stage: z.literal('entries'),
    lastEntryId: z.int(),
    localDate: z.string().max(10),
    entryId: z.int(),
  }),
]);

export const journalOperations = {
  /**
   * The journal as plain text that ledger, hledger (`ledger`) or beancount read, page by page: the pages one after
   * the other are the file. Accounts are in the organisation's language, clients are their numbers.
   */
  'report.journal': report({
    access: 'supervisor',
    input: z.strictObject({
      syntax: z.enum(['ledger', 'beancount']),
      /** Every entry, or one transaction a day with all clients in one account. */
      form: z.enum(['full', 'daily']),
      /** Both included; everything up to today when left out. */
      fromDate: localDate.optional(),
      toDate: localDate.optional(),
      after: cursor.optional(),
      runId: z.uuid().optional(),
    }),
    output: z.strictObject({
      text: z.string(),
      /** Null when this was the last page. */
      next: cursor.nullable(),
      /** Entries this page holds, and entries of the whole export. */
      entries: z.int(),
      allEntries: z.int(),
    }),
    refusals: ['report-period', 'report-stopped'],
  }),
};
