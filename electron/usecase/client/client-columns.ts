import type { CsvColumn } from '../import/csv-table.ts';

/**
 * Headers that a client file may have, without accents, case, spaces or punctuation. One row is one account with at
 * most one person; rows of one `reference` are one account, and all but the first only add a person.
 */
export const CLIENT_COLUMNS: readonly CsvColumn[] = [
  {
    field: 'name',
    headers: ['nom', 'nomducompte', 'compte', 'name', 'accountname', 'account'],
    isRequired: true,
  },
  { field: 'reference', headers: ['reference', 'ref', 'numeroexterne', 'externalnumber'] },
  { field: 'kind', headers: ['genre', 'typedecompte', 'kind', 'accounttype'] },
  { field: 'language', headers: ['langue', 'language'] },
  { field: 'phone', headers: ['telephone', 'tel', 'phone', 'phonenumber'] },
  { field: 'email', headers: ['courriel', 'email'] },
  {
    field: 'cardNumber',
    headers: ['carte', 'cartedeclient', 'numerodecarte', 'card', 'clientcard', 'cardnumber'],
  },
  { field: 'address', headers: ['adresse', 'address'] },
  { field: 'note', headers: ['note', 'notes', 'remarque'] },
  { field: 'givenName', headers: ['prenom', 'givenname', 'firstname'] },
  { field: 'familyName', headers: ['nomdefamille', 'familyname', 'lastname'] },
  { field: 'birthDate', headers: ['datedenaissance', 'naissance', 'birthdate', 'dateofbirth'] },
  { field: 'tags', headers: ['etiquettes', 'tags'] },
];

/** Words of a cell that stand for a value of the contract. */
export const KINDS: Readonly<Record<string, string>> = {
  famille: 'household',
  foyer: 'household',
  menage: 'household',
  household: 'household',
  family: 'household',
  entreprise: 'corporate',
  organisme: 'corporate',
  corporate: 'corporate',
  company: 'corporate',
};

export const LANGUAGES: Readonly<Record<string, string>> = {
  fr: 'fr',
  francais: 'fr',
  french: 'fr',
  en: 'en',
  anglais: 'en',
  english: 'en',
};
