import { refuse } from '../../../shared/domain/refusal.ts';
import { readPerson, updatePerson } from '../../ledger/client-store.ts';
import type { CommandHandler } from '../context.ts';
import { personDetails, requireChangeable } from './client-rules.ts';

/** The owner stays owner until another person is ticked: an account always has one. */
export const changePerson: CommandHandler<'client.changePerson'> = async ({ db }, { personId, ...input }) => {
  const person = await readPerson(db, personId);
  if (!person) refuse('person-unknown', { personId });
  await requireChangeable(db, person.clientId);
  const details = personDetails(input);
  await updatePerson(db, {
    ...details,
    personId,
    clientId: person.clientId,
    isOwner: details.isOwner || person.isOwner,
  });
  return {};
};
