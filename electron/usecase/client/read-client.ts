import {
  readBalance,
  readCreditAvailable,
  readDepositAvailable,
  readDocuments,
  readHeld,
  readRegistrations,
} from '../../ledger/client-account.ts';
import { readPeople } from '../../ledger/client-store.ts';
import { readOpenItems } from '../../ledger/invoice-store.ts';
import type { QueryHandler } from '../context.ts';
import { requireClient } from './client-rules.ts';

export const readClientAccount: QueryHandler<'client.read'> = async ({ db }, { clientId }) => {
  const client = await requireClient(db, clientId);
  const people = await readPeople(db, clientId);
  return {
    client: { ...client, people: people.map(({ clientId: _, ...person }) => person) },
    balanceMinor: await readBalance(db, clientId),
    heldMinor: await readHeld(db, clientId),
    depositAvailableMinor: await readDepositAvailable(db, clientId),
    creditAvailableMinor: await readCreditAvailable(db, clientId),
    openItems: await readOpenItems(db, clientId),
    registrations: await readRegistrations(db, clientId),
    documents: await readDocuments(db, clientId),
  };
};
