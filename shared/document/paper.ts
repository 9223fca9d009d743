import type { Language } from '../i18n/format.ts';

export type PaperKind =
  | 'receipt'
  | 'invoice'
  | 'payment'
  | 'credit-note'
  | 'refund'
  | 'refund-merchant'
  | 'x-report'
  | 'z-report'
  | 'deposit-slip'
  | 'statement'
  | 'money-where';

/** An amount inside a line: a discount, the change, a rounding. Cents, signed as it prints. */
export interface PaperPart {
  readonly label: string;
  readonly amountMinor: number;
}

/** A label and its amount in cents, signed as it prints; details and parts stand under it. */
export interface PaperLine {
  readonly label: string;
  /** Null for a line of words only. */
  readonly amountMinor: number | null;
  readonly details: readonly string[];
  readonly parts: readonly PaperPart[];
}

export interface PaperFact {
  readonly label: string;
  readonly value: string;
}

/** A row of an account's movements; the balance in words of its own, since paper never shows it by a bare sign. */
export interface PaperTableRow {
  readonly date: string;
  readonly label: string;
  readonly details: readonly string[];
  /** Null where the balance stays. */
  readonly amountMinor: number | null;
  readonly balance: string;
}

/** Movements in columns, with the heading of each. */
export interface PaperTable {
  readonly headings: { readonly [K in 'date' | 'what' | 'amount' | 'balance']: string };
  readonly rows: readonly PaperTableRow[];
}

/**
 * What a document says, whatever shows it (screen, thermal printer): pure, in the document's own frozen language
 * (settled.md 57). Both tax numbers and each tax's amount always stand on it, so every tier of amount has its
 * required fields (reliability.md §6); a combined rate never does.
 */
export interface Paper {
  readonly kind: PaperKind;
  /** The organisation's, as a data address; on letter-size pages only. */
  readonly logo?: string;
  readonly language: Language;
  readonly title: string;
  /** « DUPLICATA / COPIE 2 », « DÉMONSTRATION ». */
  readonly marks: readonly string[];
  readonly issuer: { readonly name: string; readonly lines: readonly string[] };
  readonly facts: readonly PaperFact[];
  readonly items: readonly PaperLine[];
  /** Of a statement of account only. */
  readonly table?: PaperTable;
  readonly taxes: readonly PaperLine[];
  readonly total: PaperLine;
  /** How it was paid, with the evidence of each, and what is still owed. */
  readonly money: readonly PaperLine[];
  /** The further tables of a Z. */
  readonly sections: readonly { readonly title: string; readonly lines: readonly PaperLine[] }[];
  readonly remarks: readonly string[];
  /** Words under a line to sign on; null when nobody signs. */
  readonly signature: string | null;
  readonly footer: readonly string[];
  /** The number a scanner reads back (Code 128); null for a document nobody scans. */
  readonly barcode: string | null;
}

/** A line; without parts or details unless given. */
export function paperLine(
  label: string,
  amountMinor: number | null,
  more: { readonly details?: readonly string[]; readonly parts?: readonly PaperPart[] } = {},
): PaperLine {
  return { label, amountMinor, details: more.details ?? [], parts: more.parts ?? [] };
}
