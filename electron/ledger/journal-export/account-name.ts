import type { Language } from '../../../shared/i18n/format.ts';
import type { Account } from '../chart.ts';

/** Roots in the order in which beancount names them. */
export const ROOTS = ['assets', 'liabilities', 'equity', 'income', 'expenses'] as const;
export type Root = (typeof ROOTS)[number];

/** `sales` of `sales:${string}`; `tax:gst` is an account whole. */
type HeadOf<A> = A extends `${infer H}:${infer Rest}`
  ? string extends Rest
    ? H
    : `${number}` extends Rest
      ? H
      : A
  : A;
type Head = HeadOf<Account> & string;
type Names = Readonly<Record<Language, string>>;

export const ROOT_NAMES: Readonly<Record<Root, Names>> = {
  assets: { fr: 'Actifs', en: 'Assets' },
  liabilities: { fr: 'Passifs', en: 'Liabilities' },
  equity: { fr: 'Capitaux', en: 'Equity' },
  income: { fr: 'Revenus', en: 'Income' },
  expenses: { fr: 'Charges', en: 'Expenses' },
};

/** Every account of the chart (domain.md §2), or the compiler says which is missing. */
const ACCOUNTS: Readonly<Record<Head, Names & { readonly root: Root }>> = {
  clients: { root: 'assets', fr: 'Clients', en: 'Clients' },
  cash: { root: 'assets', fr: 'Caisse', en: 'Cash' },
  safe: { root: 'assets', fr: 'Coffre', en: 'Safe' },
  bank: { root: 'assets', fr: 'Banque', en: 'Bank' },
  cheques: { root: 'assets', fr: 'Chèques', en: 'Cheques' },
  terminal: { root: 'assets', fr: 'Terminal', en: 'Terminal' },
  'online-card': { root: 'assets', fr: 'Carte-en-ligne', en: 'Online-card' },
  echeck: { root: 'assets', fr: 'Chèques-électroniques', en: 'EChecks' },
  'tax:gst': { root: 'liabilities', fr: 'TPS', en: 'GST' },
  'tax:qst': { root: 'liabilities', fr: 'TVQ', en: 'QST' },
  opening: { root: 'equity', fr: 'Ouverture', en: 'Opening' },
  sales: { root: 'income', fr: 'Ventes', en: 'Sales' },
  discounts: { root: 'income', fr: 'Rabais', en: 'Discounts' },
  credits: { root: 'income', fr: 'Crédits', en: 'Credits' },
  'paid-in': { root: 'income', fr: 'Entrées-de-caisse', en: 'Paid-in' },
  rounding: { root: 'income', fr: 'Arrondi', en: 'Rounding' },
  'over-short': { root: 'expenses', fr: 'Écarts-de-caisse', en: 'Over-short' },
  'paid-out': { root: 'expenses', fr: 'Sorties-de-caisse', en: 'Paid-out' },
};
const isHead = (text: string): text is Head => Object.hasOwn(ACCOUNTS, text);

/**
 * An account of the journal as ledger, hledger and beancount all read it: each part begins with a capital or a digit
 * and holds letters, digits and dashes (settled.md 54). A client is its number, never a name. No two accounts share
 * a name. Throws for an account that is not in the chart.
 */
export function plainAccountName(account: string, clientNumber: string | null, language: Language): string {
  const name = (head: Head) => `${ROOT_NAMES[ACCOUNTS[head].root][language]}:${ACCOUNTS[head][language]}`;
  if (isHead(account)) return clientNumber === null ? name(account) : `${name(account)}:${clientNumber}`;
  const colon = account.indexOf(':');
  const head = account.slice(0, Math.max(0, colon));
  const rest = account.slice(colon + 1);
  if (!isHead(head) || rest === '') throw new Error(`${account} is not in the chart of accounts`);
  const isPlace = head === 'cash' || head === 'terminal';
  return `${name(head)}:${isPlace ? `T${rest}` : codePart(rest)}`;
}

/** A ledger code as it is where it is a valid part; else behind "X-", so that "aqua" and "AQUA" stay two accounts. */
const codePart = (code: string) =>
  /^[A-Z0-9][A-Za-z0-9-]*$/.test(code) && !code.startsWith('X-') ? code : `X-${code}`;
