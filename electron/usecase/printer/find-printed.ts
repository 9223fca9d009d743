import { parseNumber } from '../../../shared/domain/document-number.ts';
import type { PrintedKind } from '../../../shared/domain/printing.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { findClientOfMovement } from '../../ledger/money-where-store.ts';
import { findDocument } from '../../ledger/print-job-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { readUnclosedSessions } from '../../ledger/till-store.ts';
import { readZReports } from '../../ledger/z-report-store.ts';

/**
 * The ids of the documents of a printed title: one, or the payments of one visit. An X takes no number: "X-2" is the
 * session that till 2 runs now, by its till; one that was asked for in an earlier session (`askedAt`) is gone. Nor does
 * the answer to "where is the money?": "refund-5" is found by its client. Refuses `document-unknown`.
 */
export async function findPrinted(
  db: ReadableLedger,
  kind: PrintedKind,
  number: string,
  askedAt?: string,
): Promise<[number, ...number[]]> {
  const unknown = (asked: string) => refuse('document-unknown', { number: asked });
  if (kind === 'z-report') {
    const z = parseNumber(number);
    const [row] = z?.series === 'Z' ? await readZReports(db, z.tillId, 1, z.count) : [];
    return row ? [row.zReportId] : unknown(number);
  }
  if (kind === 'x-report') {
    const session = (await readUnclosedSessions(db)).find(
      ({ tillId, openedAt }) => `X-${tillId}` === number && (askedAt === undefined || openedAt <= askedAt),
    );
    return session ? [session.tillId] : unknown(number);
  }
  if (kind === 'money-where') {
    const client = await findClientOfMovement(db, number);
    return client ? [client.clientId] : unknown(number);
  }
  const ids: number[] = [];
  for (const each of kind === 'payment' ? number.split(', ') : [number])
    ids.push((await findDocument(db, kind, each))?.id ?? unknown(each));
  const [first, ...others] = ids;
  return first === undefined ? unknown(number) : [first, ...others];
}
