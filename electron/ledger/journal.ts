import type { Account } from './chart.ts';
import type { WritableLedger } from './ledger.ts';

export interface EntryLine {
  readonly account: Account;
  /** Needed for `clients`, and only there. */
  readonly clientId?: number;
  /** Debit positive, credit negative. */
  readonly amountMinor: number;
}

/** What an entry stands for; names a fact table, the till session or the organisation. */
export type DocumentKind =
  | 'invoice'
  | 'credit_memo'
  | 'payment'
  | 'payment_void'
  | 'payment_return'
  | 'gateway_settlement'
  | 'refund'
  | 'refund_excess'
  | 'till_session'
  | 'deposit_slip'
  | 'batch_acceptance'
  | 'organisation';

export interface Entry {
  readonly kind: string;
  readonly documentKind: DocumentKind;
  readonly documentId: number;
  readonly tillSessionId?: number | null;
  /** The document's date when it is not the day of its commit: a back-dated manual invoice (settled.md 36). */
  readonly localDate?: string;
  readonly lines: readonly EntryLine[];
}

/**
 * Appends one journal entry. Throws unless its lines sum to zero. Lines of zero are left out, and an entry with
 * nothing but zeros (an invoice of 0.00) posts nothing: null.
 */
export async function postEntry(db: WritableLedger, entry: Entry): Promise<number | null> {
  requireBalanced(entry);
  const lines = entry.lines.filter((line) => line.amountMinor !== 0);
  if (lines.length === 0) return null;
  const entryId = await db.insert('journal_entry', {
    kind: entry.kind,
    document_kind: entry.documentKind,
    document_id: entry.documentId,
    till_session_id: entry.tillSessionId ?? null,
    local_date: entry.localDate ?? db.localDate,
    at: db.at,
  });
  for (const { account, clientId, amountMinor } of lines) {
    await db.insert('journal_line', {
      entry_id: entryId,
      account,
      client_id: clientId ?? null,
      amount_minor: amountMinor,
    });
  }
  return entryId;
}

function requireBalanced(entry: Entry): void {
  let sum = 0;
  for (const { account, clientId, amountMinor } of entry.lines) {
    if (!Number.isSafeInteger(amountMinor)) throw new Error(`${entry.kind}: ${amountMinor} is no amount`);
    if ((account === 'clients') !== (clientId !== undefined)) {
      throw new Error(`${entry.kind}: ${account} ${clientId === undefined ? 'needs a' : 'takes no'} client`);
    }
    sum += amountMinor;
  }
  if (sum !== 0) throw new Error(`${entry.kind}: the entry sums to ${sum}, not to zero`);
}

/** Adds amounts by account, in the order in which the accounts first appear. */
export function sumByAccount(lines: readonly EntryLine[]): EntryLine[] {
  const sums = new Map<Account, number>();
  for (const { account, amountMinor } of lines) sums.set(account, (sums.get(account) ?? 0) + amountMinor);
  return [...sums].map(([account, amountMinor]) => ({ account, amountMinor }));
}
