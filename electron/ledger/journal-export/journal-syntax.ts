import type { Language } from '../../../shared/i18n/format.ts';
import { ROOT_NAMES, ROOTS } from './account-name.ts';

export const SYNTAXES = ['ledger', 'beancount'] as const;
export type Syntax = (typeof SYNTAXES)[number];

export interface JournalHead {
  readonly title: string;
  /** Sentences for whoever opens the file. */
  readonly notes: readonly string[];
  /** The day from which every account stands open, YYYY-MM-DD. */
  readonly firstDate: string;
  readonly language: Language;
}

export interface PlainTransaction {
  readonly localDate: string;
  /** A document's number; empty when there is none. */
  readonly code: string;
  readonly words: string;
  /** The journal entry's id; null for a day's sum. */
  readonly entryId: number | null;
  readonly postings: readonly { readonly account: string; readonly amountMinor: number }[];
}

/** How one family of programs writes a journal. Every function returns whole lines. */
export interface SyntaxWriter {
  head(head: JournalHead): string;
  account(name: string, firstDate: string): string;
  transaction(transaction: PlainTransaction): string;
}

/** Cents as a decimal with two places, without a float. */
export function decimal(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** One line of words: what a program could take for the end of a text or of a line is a space. */
const oneLine = (text: string) => text.replace(/[\s"\\;|()]+/gu, ' ').trim();
const comment = (text: string) => `; ${text.replace(/\s+/gu, ' ')}\n`;

function postings(lines: PlainTransaction['postings'], indent: string): string {
  const widest = Math.max(...lines.map(({ account }) => account.length));
  return lines
    .map(
      ({ account, amountMinor }) =>
        `${indent}${account.padEnd(widest)}  ${decimal(amountMinor).padStart(14)} CAD\n`,
    )
    .join('');
}

/** Read alike by ledger and hledger; the account types are hledger's, which knows no French roots. */
const ledger: SyntaxWriter = {
  head: ({ title, notes, language }) =>
    [
      comment(title),
      ...notes.map(comment),
      '\ncommodity CAD\n    format 1000.00 CAD\n\n',
      ...ROOTS.map((root) => `account ${ROOT_NAMES[root][language]}\n    ; type: ${TYPES[root]}\n`),
    ].join(''),
  account: (name) => `account ${name}\n`,
  transaction: ({ localDate, code, words, entryId, postings: lines }) =>
    `\n${localDate} *${code === '' ? '' : ` (${oneLine(code)})`} ${oneLine(words)}${
      entryId === null ? '' : `  ; #${entryId}`
    }\n${postings(lines, '    ')}`,
};
const TYPES = { assets: 'A', liabilities: 'L', equity: 'E', income: 'R', expenses: 'X' } as const;

const beancount: SyntaxWriter = {
  head: ({ title, notes, firstDate, language }) =>
    [
      ...notes.map(comment),
      `\noption "title" "${oneLine(title)}"\noption "operating_currency" "CAD"\n`,
      ...ROOTS.map((root) => `option "name_${root}" "${ROOT_NAMES[root][language]}"\n`),
      `\n${firstDate} commodity CAD\n\n`,
    ].join(''),
  account: (name, firstDate) => `${firstDate} open ${name} CAD\n`,
  transaction: ({ localDate, code, words, entryId, postings: lines }) =>
    `\n${localDate} * "${oneLine(`${words} ${code}`)}"\n${
      entryId === null ? '' : `  entry: ${entryId}\n`
    }${postings(lines, '  ')}`,
};

export const SYNTAX_WRITERS: Readonly<Record<Syntax, SyntaxWriter>> = { ledger, beancount };
