import { requireNotNegative } from './money.ts';

/** Something on the account that can pay an item; amounts in cents, `at` an instant or date that sorts. */
export interface SpendableSource {
  kind: 'credit-memo' | 'deposit';
  id: number;
  at: string;
  openMinor: number;
  /** Held by refunds under way: neither spent nor refunded twice. */
  heldMinor: number;
  /** The part of `openMinor` that could be refunded; all of it for a deposit. */
  refundableMinor: number;
  /** When the non-refundable part expires, YYYY-MM-DD. */
  expiryDate?: string | null;
}

export interface SpendingShare {
  kind: SpendableSource['kind'];
  id: number;
  amountMinor: number;
}

const NEVER = '9999-12-31';

function byAge(a: SpendableSource, b: SpendableSource): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id - b.id;
}

function byExpiryThenAge(a: SpendableSource, b: SpendableSource): number {
  const expiryA = a.expiryDate ?? NEVER;
  const expiryB = b.expiryDate ?? NEVER;
  if (expiryA !== expiryB) return expiryA < expiryB ? -1 : 1;
  return byAge(a, b);
}

/**
 * What pays first when credit on account is spent (settled.md 31): non-refundable credit (soonest expiry,
 * then oldest), refundable memos oldest first, deposits oldest first; held cents are skipped. One share per
 * source.
 */
export function planCreditSpending(given: { amountMinor: number; sources: readonly SpendableSource[] }): {
  shares: SpendingShare[];
  missingMinor: number;
} {
  let missingMinor = requireNotNegative(given.amountMinor);
  const shares = new Map<SpendableSource, SpendingShare>();
  const freeMinor = (source: SpendableSource) => Math.max(0, source.openMinor - source.heldMinor);
  const spend = (source: SpendableSource, upToMinor: number) => {
    const share = shares.get(source) ?? { kind: source.kind, id: source.id, amountMinor: 0 };
    const amountMinor = Math.min(missingMinor, upToMinor, freeMinor(source) - share.amountMinor);
    if (amountMinor <= 0) return;
    shares.set(source, { ...share, amountMinor: share.amountMinor + amountMinor });
    missingMinor -= amountMinor;
  };
  const memos = given.sources.filter((source) => source.kind === 'credit-memo');
  const deposits = given.sources.filter((source) => source.kind === 'deposit').sort(byAge);
  for (const memo of [...memos].sort(byExpiryThenAge)) spend(memo, memo.openMinor - memo.refundableMinor);
  for (const memo of [...memos].sort(byAge)) spend(memo, memo.openMinor);
  for (const deposit of deposits) spend(deposit, deposit.openMinor);
  return { shares: [...shares.values()], missingMinor };
}
