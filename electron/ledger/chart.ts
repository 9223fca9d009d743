/** The accounts of domain.md §2 and settled.md 33. Money accounts and `clients` are debit accounts. */
export type Account =
  | 'clients'
  | 'tax:gst'
  | 'tax:qst'
  | 'safe'
  | 'bank'
  | 'cheques'
  | 'online-card'
  | 'echeck'
  | 'opening'
  | 'rounding'
  | 'over-short'
  | `sales:${string}`
  | `discounts:${string}`
  | `credits:${string}`
  | `cash:${number}`
  | `terminal:${number}`
  | `paid-in:${string}`
  | `paid-out:${string}`;

/** Gross of what was sold, by ledger code. */
export const sales = (ledgerCode: string): Account => `sales:${ledgerCode}`;
/** Discounts and rebates given on invoices. */
export const discounts = (ledgerCode: string): Account => `discounts:${ledgerCode}`;
/** Net of credit memos. */
export const credits = (ledgerCode: string): Account => `credits:${ledgerCode}`;
/** The drawer of a till; zero whenever the till has no session. */
export const cash = (tillId: number): Account => `cash:${tillId}`;
/** What a card terminal owes us until its batch is accepted. */
export const terminal = (terminalId: number): Account => `terminal:${terminalId}`;
export const paidIn = (ledgerCode: string): Account => `paid-in:${ledgerCode}`;
export const paidOut = (ledgerCode: string): Account => `paid-out:${ledgerCode}`;

/** Where money comes to or leaves from. */
export type MoneyPlace =
  | { readonly tillId: number }
  | { readonly terminalId: number }
  | 'cheques'
  | 'online-card'
  | 'echeck'
  | 'bank';

/** The account of a place where money is. */
export function moneyAccount(place: MoneyPlace): Account {
  if (typeof place === 'string') return place;
  return 'tillId' in place ? cash(place.tillId) : terminal(place.terminalId);
}
