import { refuse } from '../../../shared/domain/refusal.ts';
import { readMovements, readStatement } from '../../ledger/statement-store.ts';
import { requireClient } from '../client/client-rules.ts';
import type { QueryHandler } from '../context.ts';
import { readWholeStatement } from './statement-read.ts';

export const readStatementQuery: QueryHandler<'statement.read'> = async ({ db }, { statementId }) => {
  const statement = await readStatement(db, statementId);
  if (!statement) refuse('statement-unknown', { statementId });
  const { clientId, openingMinor: _, closingMinor: __, ...head } = statement;
  const client = await requireClient(db, clientId);
  const movements = await readMovements(db, { clientId, beforeSeq: head.commitSeq });
  return await readWholeStatement(db, client, movements, head);
};
