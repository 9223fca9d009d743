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
  const lines = entryLines(memo.lines, 1);
  const totalMinor = totalOf(memo.lines);
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

/** A credit taken back: Dr clients total · Cr credits net · Cr tax:gst · Cr tax:qst; never a sale (settled.md 33). */
export async function postCreditReversal(
  db: WritableLedger,
  reversal: {
    readonly invoiceId: number;
    readonly clientId: number;
    readonly lines: readonly CreditedLine[];
    readonly tillSessionId?: number | null;
  },
): Promise<number | null> {
  return await postEntry(db, {
    kind: 'credit-reversal',
    documentKind: 'invoice',
    documentId: reversal.invoiceId,
    tillSessionId: reversal.tillSessionId ?? null,
    lines: [
      { account: 'clients', clientId: reversal.clientId, amountMinor: totalOf(reversal.lines) },
      ...sumByAccount(entryLines(reversal.lines, -1)),
    ],
  });
}

function entryLines(lines: readonly CreditedLine[], sign: 1 | -1): EntryLine[] {
  return lines.flatMap((line): EntryLine[] => [
    { account: credits(line.ledgerCode), amountMinor: sign * line.netMinor },
    { account: 'tax:gst', amountMinor: sign * line.gstMinor },
    { account: 'tax:qst', amountMinor: sign * line.qstMinor },
  ]);
}

const totalOf = (lines: readonly CreditedLine[]) =>
  lines.reduce((sum, line) => sum + line.netMinor + line.gstMinor + line.qstMinor, 0);
