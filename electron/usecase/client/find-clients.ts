import { readBalances } from '../../ledger/client-account.ts';
import { findClientIds } from '../../ledger/client-search.ts';
import type { ClientKind } from '../../ledger/client-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import type { QueryHandler } from '../context.ts';

const LIMIT = 20;

/** Balances are summed for the page only. Archived accounts come last (settled.md 55). */
export const findClients: QueryHandler<'client.find'> = async ({ db }, { text, limit = LIMIT }) => {
  const ids = await findClientIds(db, text, limit + 1);
  const hasMore = ids.length > limit;
  const page = ids.slice(0, limit);
  const rows = await readPage(db, page);
  const balances = await readBalances(db, page);
  const clients = page.flatMap((id) => {
    const row = rows.get(id);
    return row ? [{ ...row, balanceMinor: balances.get(id) ?? 0 }] : [];
  });
  return {
    clients: [
      ...clients.filter((client) => !client.archived),
      ...clients.filter((client) => client.archived),
    ],
    hasMore,
  };
};

interface FoundRow {
  clientId: number;
  number: string;
  kind: ClientKind;
  name: string;
  phone: string;
  email: string;
  archived: number;
  people: string;
}

async function readPage(db: ReadableLedger, ids: readonly number[]) {
  const rows = await db.all<FoundRow>`
    SELECT id AS clientId, number, kind, name, phone, email, archived_at IS NOT NULL AS archived,
      (SELECT json_group_array(trim(given_name || ' ' || family_name) ORDER BY is_owner DESC, id)
        FROM person WHERE client_id = client.id) AS people
    FROM client WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  return new Map(
    rows.map((row) => [
      row.clientId,
      { ...row, archived: row.archived === 1, people: JSON.parse(row.people) as string[] },
    ]),
  );
}
