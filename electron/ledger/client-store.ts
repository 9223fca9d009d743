import { formatNumber } from '../../shared/domain/document-number.ts';
import type { Language } from '../../shared/i18n/format.ts';
import { indexClient } from './client-search.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export type ClientKind = 'household' | 'corporate' | 'walk-in';

export interface ClientDetails {
  name: string;
  language: Language;
  phone: string;
  email: string;
  cardNumber: string | null;
  address: string;
  note: string;
}

export interface ClientRow extends ClientDetails {
  clientId: number;
  number: string;
  kind: ClientKind;
  archivedAt: string | null;
}

export interface PersonDetails {
  givenName: string;
  familyName: string;
  birthDate: string | null;
  isOwner: boolean;
  tags: string[];
}

export interface PersonRow extends PersonDetails {
  personId: number;
  clientId: number;
}

interface StoredPerson extends Omit<PersonRow, 'isOwner' | 'tags'> {
  isOwner: number;
  tags: string;
}

const readable = (row: StoredPerson): PersonRow => ({
  ...row,
  isOwner: row.isOwner === 1,
  tags: JSON.parse(row.tags) as string[],
});

/** One account, archived or not; undefined when there is none. */
export async function readClient(db: ReadableLedger, clientId: number): Promise<ClientRow | undefined> {
  return await db.get<ClientRow>`
    SELECT id AS clientId, number, kind, name, language, phone, email, card_number AS cardNumber, address, note,
      archived_at AS archivedAt
    FROM client WHERE id = ${clientId}`;
}

/** The account that sales without a client go to (settled.md 11). */
export async function readWalkInClient(db: ReadableLedger): Promise<ClientRow | undefined> {
  const row = await db.get<{ id: number }>`SELECT id FROM client WHERE kind = 'walk-in'`;
  return row && (await readClient(db, row.id));
}

/** Who has this card number, archived or not. */
export async function readClientOfCard(
  db: ReadableLedger,
  cardNumber: string,
): Promise<{ clientId: number; name: string } | undefined> {
  return await db.get<{ clientId: number; name: string }>`
    SELECT id AS clientId, name FROM client WHERE card_number = ${cardNumber}`;
}

/** The people of an account: owner first, then in the order in which they were added. */
export async function readPeople(db: ReadableLedger, clientId: number): Promise<PersonRow[]> {
  const rows = await db.all<StoredPerson>`
    SELECT id AS personId, client_id AS clientId, given_name AS givenName, family_name AS familyName,
      birth_date AS birthDate, is_owner AS isOwner, tags
    FROM person WHERE client_id = ${clientId} ORDER BY is_owner DESC, id`;
  return rows.map(readable);
}

export async function readPerson(db: ReadableLedger, personId: number): Promise<PersonRow | undefined> {
  const row = await db.get<StoredPerson>`
    SELECT id AS personId, client_id AS clientId, given_name AS givenName, family_name AS familyName,
      birth_date AS birthDate, is_owner AS isOwner, tags
    FROM person WHERE id = ${personId}`;
  return row && readable(row);
}

/** Opens an account under the next C number, with its people, and makes it findable. */
export async function insertClient(
  db: WritableLedger,
  given: Partial<ClientDetails> & { kind: ClientKind; name: string; language: Language },
  people: readonly PersonDetails[] = [],
): Promise<{ clientId: number; number: string; personIds: number[] }> {
  const number = formatNumber('C', await db.nextNumber('C'));
  const inserted = await db.get<{ id: number }>`
    INSERT INTO client (number, kind, name, language, phone, email, card_number, address, note, created_at)
    VALUES (${number}, ${given.kind}, ${given.name}, ${given.language}, ${given.phone ?? ''}, ${given.email ?? ''},
      ${given.cardNumber ?? null}, ${given.address ?? ''}, ${given.note ?? ''}, ${db.at})
    RETURNING id`;
  if (!inserted) throw new Error('a client row was not inserted');
  const personIds: number[] = [];
  for (const person of people) personIds.push(await insertPersonRow(db, inserted.id, person));
  await indexClient(db, inserted.id);
  return { clientId: inserted.id, number, personIds };
}

export async function updateClient(
  db: WritableLedger,
  clientId: number,
  given: ClientDetails,
): Promise<void> {
  await db.run`
    UPDATE client SET name = ${given.name}, language = ${given.language}, phone = ${given.phone},
      email = ${given.email}, card_number = ${given.cardNumber}, address = ${given.address}, note = ${given.note}
    WHERE id = ${clientId}`;
  await indexClient(db, clientId);
}

export async function archiveClientRow(db: WritableLedger, clientId: number): Promise<void> {
  await db.run`UPDATE client SET archived_at = ${db.at} WHERE id = ${clientId}`;
}

export async function insertPerson(
  db: WritableLedger,
  clientId: number,
  person: PersonDetails,
): Promise<number> {
  const personId = await insertPersonRow(db, clientId, person);
  if (person.isOwner) await keepOneOwner(db, clientId, personId);
  await indexClient(db, clientId);
  return personId;
}

export async function updatePerson(db: WritableLedger, person: PersonRow): Promise<void> {
  await db.run`
    UPDATE person SET given_name = ${person.givenName}, family_name = ${person.familyName},
      birth_date = ${person.birthDate}, is_owner = ${person.isOwner ? 1 : 0}, tags = ${JSON.stringify(person.tags)}
    WHERE id = ${person.personId}`;
  if (person.isOwner) await keepOneOwner(db, person.clientId, person.personId);
  await indexClient(db, person.clientId);
}

async function insertPersonRow(db: WritableLedger, clientId: number, person: PersonDetails): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO person (client_id, given_name, family_name, birth_date, is_owner, tags)
    VALUES (${clientId}, ${person.givenName}, ${person.familyName}, ${person.birthDate},
      ${person.isOwner ? 1 : 0}, ${JSON.stringify(person.tags)})
    RETURNING id`;
  if (!inserted) throw new Error('a person row was not inserted');
  return inserted.id;
}

async function keepOneOwner(db: WritableLedger, clientId: number, personId: number): Promise<void> {
  await db.run`UPDATE person SET is_owner = 0 WHERE client_id = ${clientId} AND id <> ${personId}`;
}
