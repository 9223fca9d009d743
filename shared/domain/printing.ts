/** The documents that a till's printer prints, each named by its own printed number. */
export const PRINTED_KINDS = [
  'receipt',
  'invoice',
  'payment',
  'credit-note',
  'refund',
  'refund-merchant',
  'x-report',
  'z-report',
  'deposit-slip',
  'money-where',
] as const;
export type PrintedKind = (typeof PRINTED_KINDS)[number];

/** Why a printer does not print now; known from itself or from its silence. */
export const PRINTER_PROBLEMS = [
  'unreachable',
  'paper-out',
  'cover-open',
  'interrupted',
  'incident',
] as const;
export type PrinterProblem = (typeof PRINTER_PROBLEMS)[number];

/** terminal.md §6: money changes hands in the drawer. Never for a card, an exact amount, a float, a count or a reprint. */
export const KICKING_EVENTS = [
  'CHANGE_OUT',
  'CASH_REFUND',
  'PAID_IN',
  'PAID_OUT',
  'DROP',
  'NO_SALE',
] as const;

export type PrintJobState = 'queued' | 'printing' | 'printed' | 'dropped';
/**
 * `printing` is committed before the first byte leaves, so each time a document may have come out is a chained event:
 * a job that comes back from it prints again as a copy.
 */
export const PRINT_JOB_EDGES: Readonly<Record<PrintJobState, readonly PrintJobState[]>> = {
  queued: ['printing', 'dropped'],
  printing: ['queued', 'printed'],
  printed: [],
  dropped: [],
};
