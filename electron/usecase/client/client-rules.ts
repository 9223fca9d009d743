import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import {
  type ClientRow,
  type PersonDetails,
  readClient,
  readClientOfCard,
} from '../../ledger/client-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';

/** Refuses `client-unknown`. */
export async function requireClient(db: ReadableLedger, clientId: number): Promise<ClientRow> {
  return (await readClient(db, clientId)) ?? refuse('client-unknown', { clientId });
}

/** An account whose details may change. Refuses `client-unknown`, `client-archived`, and the walk-in account. */
export async function requireChangeable(db: ReadableLedger, clientId: number): Promise<ClientRow> {
  const client = await requireClient(db, clientId);
  if (client.archivedAt !== null) refuse('client-archived', { clientName: client.name });
  if (client.kind === 'walk-in')
    refuse('invalid-input', { issues: [{ path: 'clientId', problem: 'walk-in-account' }] });
  return client;
}

/** A card names one account, archived ones included. Refuses `client-card-taken`. */
export async function requireFreeCard(
  db: ReadableLedger,
  cardNumber: string | undefined,
  clientId?: number,
): Promise<void> {
  if (!cardNumber) return;
  const taken = await readClientOfCard(db, cardNumber);
  if (taken && taken.clientId !== clientId) refuse('client-card-taken', { clientName: taken.name });
}

type PersonInput = Omit<ParsedInput<'client.addPerson'>, 'clientId'>;

export const personDetails = (input: PersonInput): PersonDetails => ({
  givenName: input.givenName,
  familyName: input.familyName ?? '',
  birthDate: input.birthDate ?? null,
  isOwner: input.isOwner ?? false,
  tags: [...new Set(input.tags ?? [])],
});

/** Exactly one owner: the first person who is ticked, else the first. */
export function withOneOwner(people: readonly PersonInput[]): PersonDetails[] {
  const ticked = people.findIndex((person) => person.isOwner === true);
  const owner = ticked === -1 ? 0 : ticked;
  return people.map((person, index) => ({ ...personDetails(person), isOwner: index === owner }));
}
