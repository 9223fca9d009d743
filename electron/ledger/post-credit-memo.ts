import { credits } from './chart.ts';
import { type EntryLine, postEntry, sumByAccount } from './journal.ts';
import type { WritableLedger } from './ledger.ts';

/** One line of a credit memo, in cents and positive; with taxes waived both taxes are zero (settled.md 24). */
export interface CreditedLine {
  readonly ledgerCode: string;
  readonly netMinor: number;
  readonly gstMinor: number;
  readonly qstMinor: number;
}

/** Credit memo: Dr credits net · Dr tax:gst · Dr tax:qst · Cr clients total (domain.md §2). */
export async function postCreditMemo(
  db: WritableLedger,
  memo: {
    readonly memoId: number;
    readonly clientId: number;
    readonly lines: readonly CreditedLine[];
    readonly tillSessionId?: number | null;
  },
): Promise<number | null> {
  const lines: EntryLine[] = memo.lines.flatMap((line): EntryLine[] => [
    { account: credits(line.ledgerCode), amountMinor: line.netMinor },
    { account: 'tax:gst', amountMinor: line.gstMinor },
    { account: 'tax:qst', amountMinor: line.qstMinor },
  ]);
  const totalMinor = memo.lines.reduce((sum, line) => sum + line.netMinor + line.gstMinor + line.qstMinor, 0);
  return await postEntry(db, {
    kind: 'credit-memo',
    documentKind: 'credit_memo',
    documentId: memo.memoId,
    tillSessionId: memo.tillSessionId ?? null,
    lines: [
      ...sumByAccount(lines),
      { account: 'clients', clientId: memo.clientId, amountMinor: -totalMinor },
    ],
  });
}
