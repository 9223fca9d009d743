import { postEntry } from './journal.ts';
import type { WritableLedger } from './ledger.ts';

/** First run, the cash already in the safe, in cents: Dr safe · Cr opening (settled.md 33). */
export async function postOpening(db: WritableLedger, amountMinor: number): Promise<void> {
  await postEntry(db, {
    kind: 'opening',
    documentKind: 'organisation',
    documentId: 1,
    lines: [
      { account: 'safe', amountMinor },
      { account: 'opening', amountMinor: -amountMinor },
    ],
  });
}
