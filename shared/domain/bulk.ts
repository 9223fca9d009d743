import { type CreditTaxMode, planManualCredit } from './manual-credit.ts';
import { sumMinor } from './money.ts';
import { shareMinor } from './rate.ts';
import { refuse } from './refusal.ts';
import type { TaxedAmount } from './tax.ts';

/** What a batch does to each account: a credit, a charge, or the undoing of an earlier batch (domain.md B8). */
export const BULK_KINDS = ['credit', 'charge', 'reversal'] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Somebody whom a batch credits or charges; the amount is in cents, as typed. */
export interface BulkPerson {
  personId: number;
  personName: string;
  clientId: number;
  amountMinor: number;
}

/** One person's line of the account's document. */
export interface BulkLine extends TaxedAmount {
  personId: number;
  personName: string;
}

/** One account's document: never more than one a batch, with one line a person. */
export interface BulkAccount {
  clientId: number;
  lines: BulkLine[];
  totalMinor: number;
}

/**
 * One document an account, one line a person, each line taxed alone, in the order the people came (domain.md B8).
 * Refuses `bulk-person-twice`, `bulk-nobody`.
 */
export function planBulk(asked: {
  people: readonly BulkPerson[];
  taxMode: CreditTaxMode;
  localDate: string;
}): { accounts: BulkAccount[]; totalMinor: number } {
  const { taxMode, localDate } = asked;
  if (asked.people.length === 0) refuse('bulk-nobody', {});
  const seen = new Set<number>();
  const accounts = new Map<number, BulkAccount>();
  for (const { personId, personName, clientId, amountMinor } of asked.people) {
    if (seen.has(personId)) refuse('bulk-person-twice', { personName });
    seen.add(personId);
    const line = { personId, personName, ...planManualCredit({ amountMinor, taxMode, localDate }) };
    const account = accounts.get(clientId) ?? { clientId, lines: [], totalMinor: 0 };
    account.lines.push(line);
    account.totalMinor = sumMinor([account.totalMinor, line.totalMinor]);
    accounts.set(clientId, account);
  }
  const planned = [...accounts.values()];
  return { accounts: planned, totalMinor: sumMinor(planned.map((account) => account.totalMinor)) };
}

/** The price of so many sessions of an activity, in cents: price / sessions of the whole, times those asked (domain.md B8). */
export function sessionsMinor(activity: { priceMinor: number; sessions: number; missed: number }): number {
  return shareMinor(activity.priceMinor, activity.missed, activity.sessions);
}
