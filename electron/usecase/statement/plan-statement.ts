import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { planStatementPeriod } from '../../../shared/domain/statement.ts';
import type { ClientRow } from '../../ledger/client-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { type MovementRow, readMovements, readStatementsOf } from '../../ledger/statement-store.ts';
import { requireClient } from '../client/client-rules.ts';

type Asked = ParsedInput<'statement.preview'>;

/** Whose statement, of which days, and every movement of the account so far. */
export async function planStatement(
  db: ReadableLedger,
  asked: Asked,
  today: string,
): Promise<{ client: ClientRow; fromDate: string; toDate: string; movements: MovementRow[] }> {
  const client = await requireClient(db, asked.clientId);
  if (client.kind === 'walk-in') refuse('statement-walk-in', {});
  const [last] = await readStatementsOf(db, asked.clientId, 1);
  const movements = await readMovements(db, { clientId: asked.clientId, beforeSeq: null });
  const firstDate = movements.map(({ localDate }) => localDate).sort()[0] ?? null;
  const period = planStatementPeriod(asked, { today, last: last ?? null, firstDate });
  return { client, ...period, movements };
}
