import type Database from 'better-sqlite3';
import type { HeadRecord } from './head-file.ts';
import { type NextNumbers, printedNumber, readNextNumbers } from './number-series.ts';
import type { FactRow } from './tables.ts';

/** What the head file knows and the ledger lacks; `head` is absent when the head file itself is missing. */
export interface LostTail {
  readonly head: HeadRecord | undefined;
  readonly missingCommits: number;
}

type Append = <T extends 'audit_event' | 'lost_number'>(table: T, row: FactRow<T>) => number;

/** The numbers that were given out after the ledger's last commit, by series. */
export function missingNumbers(head: NextNumbers, ledger: NextNumbers): { series: string; number: number }[] {
  const missing: { series: string; number: number }[] = [];
  for (const [series, next] of head) {
    for (let number = ledger.get(series) ?? 1; number < next; number++) missing.push({ series, number });
  }
  return missing;
}

/**
 * Writes the recovery entry, a row for each number already printed, and lets every series go on after the head
 * file's number, so that no printed number is ever given twice (settled.md 18). Returns the numbers as printed.
 */
export function recoverLostTail(
  lost: LostTail,
  given: { staffId: number; note: string },
  at: string,
  database: Database.Database,
  append: Append,
): string[] {
  const next: NextNumbers = lost.head?.next ?? new Map();
  const missing = missingNumbers(next, readNextNumbers(database));
  append('audit_event', {
    kind: 'ledger-recovered',
    staff_id: given.staffId,
    subject: null,
    detail: JSON.stringify({
      note: given.note,
      missingCommits: lost.missingCommits,
      lostSeq: lost.head?.seq ?? null,
      lostHash: lost.head?.hash.toString('hex') ?? null,
      numbers: missing.length,
    }),
    at,
  });
  for (const { series, number } of missing) append('lost_number', { series, number, at });
  const skip = database.prepare(
    'INSERT INTO number_series (series, next) VALUES (?, ?) ON CONFLICT (series) DO UPDATE SET next = max(next, excluded.next)',
  );
  for (const [series, number] of next) skip.run(series, number);
  return missing.map(({ series, number }) => printedNumber(series, number));
}
