import { refuse } from '../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../ledger/sql.ts';

/** The client account that buys or pays. */
export interface Account {
  clientId: number;
  name: string;
  isWalkIn: boolean;
  /** The language of its documents (settled.md 57). */
  language: 'fr' | 'en';
}

interface AccountRow {
  clientId: number;
  name: string;
  kind: string;
  language: 'fr' | 'en';
  archivedAt: string | null;
}

/**
 * The account by its id, else the walk-in account, whose documents are in the organisation's language.
 * Refuses `client-unknown`, `client-archived`.
 */
export async function requireAccount(db: ReadableLedger, clientId: number | undefined): Promise<Account> {
  const row = clientId === undefined ? await readWalkIn(db) : await readNamed(db, clientId);
  if (!row) refuse('client-unknown', { clientId: clientId ?? 0 });
  if (row.archivedAt !== null) refuse('client-archived', { clientName: row.name });
  return {
    clientId: row.clientId,
    name: row.name,
    isWalkIn: row.kind === 'walk-in',
    language: row.language,
  };
}

async function readNamed(db: ReadableLedger, clientId: number): Promise<AccountRow | undefined> {
  return await db.get<AccountRow>`
    SELECT id AS clientId, name, kind, archived_at AS archivedAt, CASE WHEN kind = 'walk-in'
      THEN coalesce((SELECT language FROM organisation), language) ELSE language END AS language
    FROM client WHERE id = ${clientId}`;
}

async function readWalkIn(db: ReadableLedger): Promise<AccountRow | undefined> {
  return await db.get<AccountRow>`
    SELECT id AS clientId, name, kind, archived_at AS archivedAt,
      coalesce((SELECT language FROM organisation), language) AS language
    FROM client WHERE kind = 'walk-in'`;
}
