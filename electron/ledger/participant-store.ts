import type { ReadableLedger } from './sql.ts';

/** Somebody of an account, with the activity they are registered in when they were found by it. */
export interface ParticipantRow {
  personId: number;
  personName: string;
  birthDate: string | null;
  /** Folded tags, parted by newlines. */
  tags: string;
  clientId: number;
  clientName: string;
  /** 1 for an archived account. */
  isArchived: number;
  productId: number | null;
  productName: string | null;
  priceMinor: number | null;
  occurrences: number | null;
}

/** Everybody with an active registration in these products, by account and name; one row a registration. */
export async function readParticipants(
  db: ReadableLedger,
  productIds: readonly number[],
): Promise<ParticipantRow[]> {
  return await db.all<ParticipantRow>`
    SELECT person.id AS personId, trim(given_name || ' ' || family_name) AS personName, birth_date AS birthDate,
      person.tags, client.id AS clientId, client.name AS clientName, client.archived_at IS NOT NULL AS isArchived,
      product.id AS productId, product.name_fr AS productName, product.price_minor AS priceMinor,
      CAST(product.details ->> '$.occurrences' AS INTEGER) AS occurrences
    FROM registration JOIN person ON person.id = person_id JOIN client ON client.id = registration.client_id
    JOIN product ON product.id = product_id
    WHERE registration.state = 'active'
      AND product_id IN (SELECT value FROM json_each(${JSON.stringify(productIds)}))
    ORDER BY client.name, client.id, family_name, given_name, person.id, product.id`;
}

/** These people, by account and name. */
export async function readListedPeople(
  db: ReadableLedger,
  personIds: readonly number[],
): Promise<ParticipantRow[]> {
  return await db.all<ParticipantRow>`
    SELECT person.id AS personId, trim(given_name || ' ' || family_name) AS personName, birth_date AS birthDate,
      person.tags, client.id AS clientId, client.name AS clientName, client.archived_at IS NOT NULL AS isArchived,
      NULL AS productId, NULL AS productName, NULL AS priceMinor, NULL AS occurrences
    FROM person JOIN client ON client.id = person.client_id
    WHERE person.id IN (SELECT value FROM json_each(${JSON.stringify(personIds)}))
    ORDER BY client.name, client.id, family_name, given_name, person.id`;
}

/** The people of the account with this printed number. */
export async function readAccountPeople(
  db: ReadableLedger,
  clientNumber: string,
): Promise<{ personId: number; clientId: number; givenName: string; familyName: string }[]> {
  return await db.all<{ personId: number; clientId: number; givenName: string; familyName: string }>`
    SELECT person.id AS personId, client_id AS clientId, given_name AS givenName, family_name AS familyName
    FROM client JOIN person ON person.client_id = client.id WHERE client.number = ${clientNumber} ORDER BY person.id`;
}
