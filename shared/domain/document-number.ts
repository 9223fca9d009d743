/**
 * F invoice, NC credit memo, R payment, RB refund, RX what a refund gave in excess, DB deposit slip, C client account, RC statement of
 * account; ledger-wide and gapless
 * (settled.md 56).
 */
export type DocumentSeries = 'F' | 'NC' | 'R' | 'RB' | 'RX' | 'DB' | 'C' | 'RC';

const SERIES: readonly string[] = ['F', 'NC', 'R', 'RB', 'RX', 'DB', 'C', 'RC'] satisfies DocumentSeries[];

function requireCount(count: number): number {
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`not a document number: ${count}`);
  return count;
}

/** `F-000017`; beyond six digits the number simply grows. */
export function formatNumber(series: DocumentSeries, count: number): string {
  return `${series}-${String(requireCount(count)).padStart(6, '0')}`;
}

/** `Z-2-0001`: closing reports are numbered per till. */
export function formatZNumber(tillId: number, count: number): string {
  return `Z-${requireCount(tillId)}-${String(requireCount(count)).padStart(4, '0')}`;
}

export type DocumentNumber =
  | { series: DocumentSeries; count: number }
  | { series: 'Z'; tillId: number; count: number };

/** Reads a printed number back, leading zeros optional, any case; null when it is none of ours. */
export function parseNumber(printed: string): DocumentNumber | null {
  const parts = printed.trim().toUpperCase().split('-');
  const numbers = parts.slice(1).map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : 0));
  if (numbers.some((part) => part < 1)) return null;
  const [first, second] = numbers;
  if (parts[0] === 'Z' && numbers.length === 2 && first !== undefined && second !== undefined) {
    return { series: 'Z', tillId: first, count: second };
  }
  if (numbers.length !== 1 || first === undefined || !SERIES.includes(parts[0] ?? '')) return null;
  return { series: parts[0] as DocumentSeries, count: first };
}

/** Order of issue within a series: seven digits come after six. */
export function compareNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}
