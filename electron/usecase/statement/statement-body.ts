import type { OutputOf } from '../../../shared/contract/contract.ts';
import { endOfLocalDay, localDateOf } from '../../../shared/domain/local-time.ts';
import { ageReceivables, type Movement, type StatementKind } from '../../../shared/domain/statement.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import {
  type MovementRow,
  readHeldMoney,
  readOwedItems,
  readStatementItems,
  readStatementLinks,
  type StatementLinkRow,
  type StatementView,
} from '../../ledger/statement-store.ts';

type StatementRead = OutputOf<'statement.read'>;
export type StatementLine = StatementRead['lines'][number];
type Line = Omit<StatementLine, 'balanceMinor'> & Movement;

/** The movements as lines; detailed ones with items, taxes and what paid what, and deposits or credits put to use. */
export async function readStatementLines(
  db: ReadableLedger,
  movements: readonly MovementRow[],
  view: StatementView & {
    readonly fromDate: string;
    readonly timeZone: string;
    readonly kind: StatementKind;
  },
): Promise<Line[]> {
  if (view.kind === 'simple') return movements.map((movement) => lineOf(movement));
  const inPeriod = ({ localDate }: { localDate: string }) =>
    localDate >= view.fromDate && localDate <= view.toDate;
  const invoiceIds = movements
    .filter((movement) => movement.kind === 'invoice' && inPeriod(movement))
    .map(({ documentId }) => documentId);
  const items = Map.groupBy(await readStatementItems(db, invoiceIds), ({ invoiceId }) => invoiceId);
  const links = Map.groupBy(await readStatementLinks(db, view), (link) => ownerKey(link));
  const lines = movements.map((movement) => {
    const key = movementKey(movement);
    const own = key === null ? [] : (links.get(key) ?? []);
    if (key !== null) links.delete(key);
    return lineOf(movement, {
      items:
        movement.kind === 'invoice'
          ? (items.get(movement.documentId) ?? []).map(({ invoiceId: _, ...item }) => item)
          : [],
      links: own.map(linkOf),
    });
  });
  const uses = [...links.values()]
    .flatMap((rows) => [
      ...Map.groupBy(
        rows,
        ({ invoiceNumber, amountMinor }) => `${invoiceNumber} ${amountMinor > 0}`,
      ).values(),
    ])
    .map((rows) => useOf(rows, view.timeZone));
  return [...lines, ...uses.filter(inPeriod)];
}

/** A link made in the commit of its payment, memo, void or refund belongs to that line. */
function ownerKey(link: StatementLinkRow): string {
  const source = link.memoId === null ? `payment ${link.paymentId}` : `memo ${link.memoId}`;
  return link.refundId === null ? `${link.commitSeq} ${source}` : `refund ${link.refundId}`;
}

function movementKey({ kind, commitSeq, sourceId }: MovementRow): string | null {
  if (kind === 'refund') return `refund ${sourceId}`;
  if (kind === 'credit-memo') return `${commitSeq} memo ${sourceId}`;
  return kind === 'invoice' ? null : `${commitSeq} payment ${sourceId}`;
}

const linkOf = (row: StatementLinkRow) => ({
  number: row.refundId === null ? row.invoiceNumber : row.sourceNumber,
  nameFr: row.nameFr,
  nameEn: row.nameEn,
  amountMinor: row.amountMinor,
});

function lineOf(movement: MovementRow, detail: Pick<Line, 'items' | 'links'> | null = null): Line {
  const { at: _, sourceId: __, gstMinor, qstMinor, ...line } = movement;
  const hasTaxes = detail !== null && (movement.kind === 'invoice' || movement.kind === 'credit-memo');
  return {
    ...line,
    items: detail?.items ?? [],
    links: detail?.links ?? [],
    taxes: hasTaxes ? { gstMinor, qstMinor } : null,
  };
}

/** A deposit or credit put to an invoice later than it came in, or taken back from it. */
function useOf(rows: readonly StatementLinkRow[], timeZone: string): Line {
  const [first] = rows;
  if (!first) throw new Error('a group without a row');
  return {
    kind: 'use',
    documentId: first.allocationId,
    commitSeq: first.commitSeq,
    localDate: localDateOf(first.at, timeZone),
    number: first.sourceNumber,
    descriptionFr: '',
    descriptionEn: '',
    method: null,
    cardBrand: null,
    cardLast4: null,
    chequeNumber: null,
    amountMinor: 0,
    items: [],
    taxes: null,
    links: rows.map(linkOf),
  };
}

/** What is owed by age and what is held for the client, at the end of the period. */
export async function readStanding(db: ReadableLedger, view: StatementView) {
  return {
    aged: ageReceivables(await readOwedItems(db, view), view.toDate),
    ...(await readHeldMoney(db, view)),
  };
}

export function statementView(
  clientId: number,
  toDate: string,
  timeZone: string,
  beforeSeq: number | null,
): StatementView {
  return { clientId, toDate, endsAt: endOfLocalDay(toDate, timeZone), beforeSeq };
}
