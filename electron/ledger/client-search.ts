import { digitsOf, foldText } from '../../shared/domain/search-text.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** Trigrams need three characters; shorter words are looked up as prefixes (settled.md 55). */
const TRIGRAM = 3;
const AREA_CODE_AND_NUMBER = 10;

/** The words of a text, folded; everything that is neither letter nor digit parts them. */
function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** "l'heureux" and "jean-pierre" are also found when typed as one word. */
function joinedWords(text: string): string[] {
  return text
    .split(/\s+/u)
    .map(wordsOf)
    .filter((parts) => parts.length > 1)
    .map((parts) => parts.join(''));
}

/** Writes both search rows of a client anew, in the caller's transaction; their rowid is the client's id. */
export async function indexClient(db: WritableLedger, clientId: number): Promise<void> {
  const client = await db.get<{
    number: string;
    name: string;
    phone: string;
    email: string;
    cardNumber: string | null;
  }>`SELECT number, name, phone, email, card_number AS cardNumber FROM client WHERE id = ${clientId}`;
  if (!client) throw new Error('no such client to index');
  const people = await db.all<{ givenName: string; familyName: string }>`
    SELECT given_name AS givenName, family_name AS familyName FROM person WHERE client_id = ${clientId} ORDER BY id`;
  const names = [client.name, ...people.map((person) => `${person.givenName} ${person.familyName}`)];
  const nameWords = names.flatMap((name) => [...wordsOf(name), ...joinedWords(name)]);
  const card = client.cardNumber ?? '';
  const words = [...nameWords, ...wordsOf(client.email), ...wordsOf(client.number), ...wordsOf(card)].join(
    ' ',
  );
  const digits = [client.phone, card].map(digitsOf).join(' ').trim();
  await db.run`DELETE FROM client_search WHERE rowid = ${clientId}`;
  await db.run`DELETE FROM client_word WHERE rowid = ${clientId}`;
  await db.run`INSERT INTO client_search (rowid, words, digits) VALUES (${clientId}, ${words}, ${digits})`;
  await db.run`INSERT INTO client_word (rowid, words) VALUES (${clientId}, ${nameWords.join(' ')})`;
}

type Stage = (limit: number) => Promise<{ id: number }[]>;

/**
 * Ids of clients that have every word of the text in a name, a person's name, the e-mail, phone, card or number;
 * at most `limit`, best first: exact number or card, then names that begin with the first word, then names with
 * words that begin so, then any part. Each stage stops at the limit, so a word that everybody has costs no more.
 */
export async function findClientIds(db: ReadableLedger, text: string, limit: number): Promise<number[]> {
  const words = wordsOf(text);
  if (words.length === 0) return await lastClientIds(db, limit);
  const found = new Set<number>(await exactClientIds(db, text));
  for (const stage of stagesOf(db, words)) {
    if (found.size >= limit) break;
    for (const { id } of await stage(limit + found.size)) found.add(id);
  }
  return [...found].slice(0, limit);
}

function stagesOf(db: ReadableLedger, words: readonly string[]): Stage[] {
  if (words.every((word) => /^\d+$/.test(word))) return [numberStage(db, words)];
  const prefixes = words.map((word) => `"${word}"*`);
  const atStart = [`^ ${prefixes[0]}`, ...prefixes.slice(1)].join(' AND ');
  return [prefixStage(db, atStart), prefixStage(db, prefixes.join(' AND ')), partStage(db, words)];
}

const prefixStage =
  (db: ReadableLedger, match: string): Stage =>
  async (limit) =>
    await db.all<{
      id: number;
    }>`SELECT rowid AS id FROM client_word WHERE client_word MATCH ${match} LIMIT ${limit}`;

/** Words of three characters and more anywhere; shorter ones at the start of a word, checked row by row. */
function partStage(db: ReadableLedger, words: readonly string[]): Stage {
  const long = words.filter((word) => [...word].length >= TRIGRAM);
  const short = words.filter((word) => [...word].length < TRIGRAM);
  if (long.length === 0) return async () => [];
  const match = long.map((word) => (/^\d+$/.test(word) ? `"${word}"` : `words : "${word}"`)).join(' AND ');
  const starts = JSON.stringify(short.map((word) => ` ${word}`));
  return async (limit) =>
    short.length === 0
      ? await db.all<{ id: number }>`
          SELECT rowid AS id FROM client_search WHERE client_search MATCH ${match} LIMIT ${limit}`
      : await db.all<{ id: number }>`
          SELECT rowid AS id FROM client_search WHERE client_search MATCH ${match}
            AND NOT EXISTS (SELECT 1 FROM json_each(${starts}) WHERE instr(' ' || words, value) = 0)
          LIMIT ${limit}`;
}

/** Digits only: one phone or card number as typed, or several parts of one. */
function numberStage(db: ReadableLedger, words: readonly string[]): Stage {
  const joined = words.join('');
  const local =
    joined.length === AREA_CODE_AND_NUMBER + 1 && joined.startsWith('1') ? joined.slice(1) : joined;
  if (local.length < TRIGRAM) return prefixStage(db, `"${local}"*`);
  const parts = words.every((word) => word.length >= TRIGRAM)
    ? ` OR (${words.map((word) => `"${word}"`).join(' AND ')})`
    : '';
  const match = `(digits : "${local}")${parts}`;
  return async (limit) =>
    await db.all<{ id: number }>`
      SELECT rowid AS id FROM client_search WHERE client_search MATCH ${match} LIMIT ${limit}`;
}

/** A client number, with or without its C and zeros, or a whole card number. */
async function exactClientIds(db: ReadableLedger, text: string): Promise<number[]> {
  const typed = text.trim();
  const count = /^c?[-\s]?0*([1-9]\d{0,9})$/i.exec(typed)?.[1] ?? '';
  const number = count === '' ? '' : `C-${count.padStart(6, '0')}`;
  const rows = await db.all<{ id: number }>`
    SELECT id FROM client WHERE number = ${number} OR card_number = ${typed} ORDER BY number = ${number} DESC`;
  return rows.map((row) => row.id);
}

async function lastClientIds(db: ReadableLedger, limit: number): Promise<number[]> {
  const rows = await db.all<{ id: number }>`SELECT id FROM client ORDER BY id DESC LIMIT ${limit}`;
  return rows.map((row) => row.id);
}
