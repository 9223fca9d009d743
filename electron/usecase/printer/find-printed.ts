import { parseNumber } from '../../../shared/domain/document-number.ts';
import type { PrintedKind } from '../../../shared/domain/printing.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { findDocument } from '../../ledger/print-job-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { readZReports } from '../../ledger/z-report-store.ts';

export interface PrintedDocument {
  id: number;
  invoiceId: number | null;
}

/** The documents of a printed title: one, or the payments of one visit. Refuses `document-unknown`. */
export async function findPrinted(
  db: ReadableLedger,
  kind: PrintedKind,
  number: string,
): Promise<[PrintedDocument, ...PrintedDocument[]]> {
  if (kind === 'z-report') {
    const z = parseNumber(number);
    const [row] = z?.series === 'Z' ? await readZReports(db, z.tillId, 1, z.count) : [];
    return row ? [{ id: row.zReportId, invoiceId: null }] : refuse('document-unknown', { number });
  }
  const found: PrintedDocument[] = [];
  for (const each of kind === 'payment' ? number.split(', ') : [number])
    found.push((await findDocument(db, kind, each)) ?? refuse('document-unknown', { number: each }));
  const [first, ...others] = found;
  return first ? [first, ...others] : refuse('document-unknown', { number });
}
