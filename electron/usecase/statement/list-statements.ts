import { readStatementsOf } from '../../ledger/statement-store.ts';
import { requireClient } from '../client/client-rules.ts';
import type { QueryHandler } from '../context.ts';

const STATEMENTS_SHOWN = 50;

export const listStatements: QueryHandler<'statement.list'> = async ({ db }, { clientId }) => {
  await requireClient(db, clientId);
  const statements = await readStatementsOf(db, clientId, STATEMENTS_SHOWN);
  return {
    statements: statements.map(
      ({ statementId, number, kind, fromDate, toDate, closingMinor, staffName, at }) => ({
        statementId,
        number,
        kind,
        fromDate,
        toDate,
        closingMinor,
        staffName,
        at,
      }),
    ),
  };
};
