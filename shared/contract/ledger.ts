import { z } from 'zod';
import { instant, text } from './fields.ts';
import { command, session } from './operation.ts';

const backup = z.strictObject({ fileName: z.string(), at: instant, sizeBytes: z.int(), commits: z.int() });

/** These touch the ledger's files and connections, so they run outside its transactions and store no key. */
export const ledgerOperations = {
  'ledger.state': session({
    access: 'anyone',
    input: z.strictObject({}),
    output: z.strictObject({
      isReadOnly: z.boolean(),
      /** Null when the ledger can be written. */
      readOnlyReason: z.enum(['lost-tail', 'head-missing', 'verify-failed']).nullable(),
      missingCommits: z.int(),
      clockSuspect: z.boolean(),
    }),
  }),
  'ledger.verify': session({
    access: 'supervisor',
    input: z.strictObject({}),
    output: z.strictObject({
      ok: z.boolean(),
      commits: z.int(),
      facts: z.int(),
      journalEntries: z.int(),
      headHash: z.string(),
      problems: z.array(z.strictObject({ check: z.string(), fr: z.string(), en: z.string() })),
    }),
  }),
  'ledger.backups': session({
    access: 'administrator',
    input: z.strictObject({}),
    output: z.strictObject({ backups: z.array(backup) }),
  }),
  'ledger.backup': session({
    access: 'administrator',
    input: z.strictObject({}),
    output: backup,
    refusals: ['backup-failed'],
  }),
  'ledger.restore': session({
    access: 'administrator',
    input: z.strictObject({ fileName: text }),
    output: z.strictObject({ commits: z.int(), missingCommits: z.int() }),
    refusals: ['restore-refused'],
  }),
  /** A supervisor accepts that the tail is lost; series go on from the head file (settled.md 18). */
  'ledger.acceptRecovery': command({
    access: 'supervisor',
    input: z.strictObject({ note: text }),
    output: z.strictObject({ lostNumbers: z.array(z.string()) }),
    refusals: ['nothing-lost'],
  }),
};
