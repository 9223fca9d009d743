import { insertPerson, readPeople } from '../../ledger/client-store.ts';
import type { CommandHandler } from '../context.ts';
import { personDetails, requireChangeable } from './client-rules.ts';

/** The first person of an account is its owner. */
export const addPerson: CommandHandler<'client.addPerson'> = async ({ db }, { clientId, ...person }) => {
  await requireChangeable(db, clientId);
  const others = await readPeople(db, clientId);
  const details = personDetails(person);
  const isOwner = details.isOwner || !others.some((other) => other.isOwner);
  return { personId: await insertPerson(db, clientId, { ...details, isOwner }) };
};
