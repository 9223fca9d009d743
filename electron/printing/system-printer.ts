import { setTimeout as delay } from 'node:timers/promises';
import type { PageKind } from './paper-page.ts';
import type { LaidPaper, Printer } from './printer.ts';

export interface SystemPrinterName {
  /** What the computer calls it, and what it is printed by. */
  readonly name: string;
  /** What a person reads. */
  readonly label: string;
  readonly isDefault: boolean;
}

/** The computer's own printers, where the program runs in a window of its own; a browser's page has none. */
export interface SystemPrinting {
  list(): Promise<readonly SystemPrinterName[]>;
  /** Hands one paper over to the computer, with no dialog; false when the computer did not take it. */
  print(printerName: string, paper: LaidPaper, page: PageKind): Promise<boolean>;
}

/** Drivers that wait for a person (a file name, a sheet to feed) must not hold up the papers after this one. */
const TAKEN_WITHIN_MS = 30_000;

/**
 * A printer that the computer knows by name. What the computer took is printed as far as anybody can tell: its state is
 * in the computer's own queue. It opens no drawer: the printer's own settings can, at each paper.
 */
export function openSystemPrinter(
  system: SystemPrinting,
  { name, page, takenWithinMs = TAKEN_WITHIN_MS }: { name: string; page: PageKind; takenWithinMs?: number },
): Printer {
  return {
    async print(paperOf, signal) {
      const known = await system.list().catch(() => []);
      if (signal.aborted || !known.some((printer) => printer.name === name))
        return { kind: 'not-sent', problem: 'unreachable' };
      const paper = await paperOf();
      const late = new AbortController();
      const isTaken = await Promise.race([
        system.print(name, paper, page).catch(() => false),
        delay(takenWithinMs, false, { signal: AbortSignal.any([late.signal, signal]) }).catch(() => false),
      ]);
      late.abort();
      return isTaken ? { kind: 'printed' } : { kind: 'sent', problem: 'interrupted' };
    },
    kick: async () => null,
  };
}
