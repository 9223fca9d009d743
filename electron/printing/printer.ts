import type { Columns, PaperRow } from '../../shared/document/lay-paper.ts';
import type { PrinterProblem } from '../../shared/domain/printing.ts';

/** What became of one paper. `sent` means that bytes left: the paper may have come out, in part or whole. */
export type PrintOutcome =
  | { readonly kind: 'printed' }
  | { readonly kind: 'not-sent'; readonly problem: PrinterProblem }
  | { readonly kind: 'sent'; readonly problem: PrinterProblem };

/** A document row by row, at that width. */
export interface LaidPaper {
  readonly rows: readonly PaperRow[];
  readonly columns: Columns;
}

/** A till's printer. Every failure is an outcome; nothing here writes to the ledger. */
export interface Printer {
  /**
   * Prints what `paperOf` gives. It is called once the printer is there and ready, before the first byte leaves: the
   * caller commits there that the paper may come out.
   */
  print(paperOf: () => Promise<LaidPaper>, signal: AbortSignal): Promise<PrintOutcome>;
  /** Opens the drawer; one try. Null when the pulse left. */
  kick(signal: AbortSignal): Promise<PrinterProblem | null>;
}

/** ESC p: pin 2, 100 ms on, 500 ms off (terminal.md §6). */
export const DRAWER_KICK = Uint8Array.of(0x1b, 0x70, 0x00, 0x32, 0xfa);
