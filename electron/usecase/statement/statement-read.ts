import type { OutputOf } from '../../../shared/contract/contract.ts';
import { layStatement } from '../../../shared/domain/statement.ts';
import type { ClientRow } from '../../ledger/client-store.ts';
import { readTimeZone } from '../../ledger/organisation-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { type MovementRow, readStatementsOf, type StatementRow } from '../../ledger/statement-store.ts';
import { readStanding, readStatementLines, type StatementLine, statementView } from './statement-body.ts';

/** A statement made, or one that is only looked at. */
type Head = Omit<
  StatementRow,
  'statementId' | 'number' | 'commitSeq' | 'clientId' | 'openingMinor' | 'closingMinor'
> & {
  readonly statementId: number | null;
  readonly number: string | null;
  readonly commitSeq: number | null;
};

/** The whole statement, from the facts of its time: the same however much later it is read. */
export async function readWholeStatement(
  db: ReadableLedger,
  client: ClientRow,
  movements: readonly MovementRow[],
  { commitSeq, ...head }: Head,
): Promise<OutputOf<'statement.read'>> {
  const { clientId } = client;
  const timeZone = (await readTimeZone(db)) ?? 'UTC';
  const view = statementView(clientId, head.toDate, timeZone, commitSeq);
  const lines = await readStatementLines(db, movements, { ...view, ...head, timeZone });
  const laid = layStatement(lines, head);
  const [previous] = await readStatementsOf(db, clientId, 1, commitSeq);
  return {
    ...head,
    clientId,
    clientNumber: client.number,
    clientName: client.name,
    clientAddress: client.address,
    openingMinor: laid.openingMinor,
    closingMinor: laid.closingMinor,
    lines: laid.lines.map(({ documentId: _, commitSeq: __, ...line }): StatementLine => line),
    ...(await readStanding(db, view)),
    previous: previous
      ? { number: previous.number, toDate: previous.toDate, closingMinor: previous.closingMinor }
      : null,
  };
}
