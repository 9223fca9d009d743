/** Why a ledger file is not opened; `detail` names what was found. */
const WORDS = {
  'already-open': {
    fr: 'Ce registre est déjà ouvert dans une autre fenêtre ou par un autre programme.',
    en: 'This ledger is already open in another window or program.',
  },
  'not-a-ledger': {
    fr: "Ce fichier n'est pas un registre Guichet.",
    en: 'This file is not a Guichet ledger.',
  },
  'network-folder': {
    fr: 'Le registre est dans un dossier réseau. Déplacez-le sur un disque de cet ordinateur.',
    en: 'The ledger is in a network folder. Move it to a disk of this computer.',
  },
  'linked-twice': {
    fr: 'Le fichier du registre porte deux noms (lien physique). Gardez-en un seul.',
    en: 'The ledger file has two names (hard link). Keep only one.',
  },
  'sqlite-version': {
    fr: 'La version de SQLite ne convient pas. Réinstallez Guichet.',
    en: 'The SQLite version is not suitable. Reinstall Guichet.',
  },
  setting: {
    fr: 'La base de données refuse un réglage de sûreté.',
    en: 'The database refuses a safety setting.',
  },
  'newer-file': {
    fr: 'Ce registre a été écrit par une version plus récente de Guichet. Mettez Guichet à jour.',
    en: 'This ledger was written by a newer version of Guichet. Update Guichet.',
  },
  'migration-changed': {
    fr: "Une mise à niveau déjà appliquée à ce registre n'est pas celle de cette version.",
    en: 'An upgrade already applied to this ledger is not the one of this version.',
  },
  'migration-failed': {
    fr: "La mise à niveau n'a pas réussi sur une copie du registre; l'original est intact.",
    en: 'The upgrade failed on a copy of the ledger; the original is untouched.',
  },
  'schema-changed': {
    fr: 'Les tables ou les protections du registre ont été modifiées hors de Guichet.',
    en: "The ledger's tables or protections were changed outside Guichet.",
  },
  'chain-broken': {
    fr: 'Des écritures du registre ont été modifiées. Restaurez une copie de sauvegarde.',
    en: 'Entries of the ledger were altered. Restore a backup.',
  },
  'head-fork': {
    fr: "Ce registre n'est pas la suite de celui qui était ouvert ici. Restaurez la bonne copie.",
    en: 'This ledger is not the continuation of the one that was open here. Restore the right copy.',
  },
  'head-foreign': {
    fr: 'Le fichier témoin voisin appartient à un autre registre.',
    en: 'The witness file beside it belongs to another ledger.',
  },
} as const;

export type LedgerRefusalCode = keyof typeof WORDS;

/** A ledger file that must not be opened: said in words in both languages, never worked around. */
export class LedgerRefused extends Error {
  readonly code: LedgerRefusalCode;
  readonly words: { readonly fr: string; readonly en: string };
  readonly detail: string;

  constructor(code: LedgerRefusalCode, detail = '') {
    super(`${code}: ${WORDS[code].en}${detail === '' ? '' : ` (${detail})`}`);
    this.name = 'LedgerRefused';
    this.code = code;
    this.words = WORDS[code];
    this.detail = detail;
  }
}
