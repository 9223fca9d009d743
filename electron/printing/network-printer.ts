import type { PrinterProblem } from '../../shared/domain/printing.ts';
import { encodeReceipt } from './escpos-receipt.ts';
import { DRAWER_KICK, type Printer, type PrintOutcome } from './printer.ts';
import { PrinterLink } from './printer-link.ts';

/** Replaced by tests, in milliseconds. */
export interface PrinterWaits {
  readonly connectMs: number;
  /** For a printer that tells its status at all. */
  readonly statusMs: number;
  /** From the last byte to the proof that the paper is out. */
  readonly paperMs: number;
}
const WAITS: PrinterWaits = { connectMs: 3000, statusMs: 700, paperMs: 10_000 };

/** DLE EOT n: answered at once, even while the printer is off line. */
const askNow = (status: number) => Uint8Array.of(0x10, 0x04, status);
const OFFLINE_CAUSE = 2;
const PAPER_SENSOR = 4;
/** GS r 1: answered when all before it has been printed, so it proves that the paper is out. */
const ASK_IN_TURN = Uint8Array.of(0x1d, 0x72, 0x01);

/** The fixed bits of each answer: anything else on the wire is not a status. */
const isNow = (byte: number) => (byte & 0b1001_0011) === 0b0001_0010;
const isInTurn = (byte: number) => (byte & 0b1001_0000) === 0;
const isCoverOpen = (offline: number) => (offline & 0b0000_0100) !== 0;
const isPaperOut = (sensor: number) => (sensor & 0b0110_0000) !== 0;

type Problem = PrinterProblem | null | 'silent';

/** A receipt printer on raw TCP port 9100. Its status is believed where it answers and never needed. */
export function openNetworkPrinter(address: string, waits: PrinterWaits = WAITS): Printer {
  const askProblem = async (link: PrinterLink, signal: AbortSignal): Promise<Problem> => {
    link.write(askNow(PAPER_SENSOR));
    const sensor = await link.read(isNow, waits.statusMs, signal);
    if (sensor === null) return link.isLost ? 'unreachable' : 'silent';
    if (isPaperOut(sensor)) return 'paper-out';
    link.write(askNow(OFFLINE_CAUSE));
    const offline = await link.read(isNow, waits.statusMs, signal);
    if (offline === null) return link.isLost ? 'unreachable' : 'silent';
    return isCoverOpen(offline) ? 'cover-open' : null;
  };

  /** No proof came in time: a printer that is well and only does not know GS r has printed. */
  const whatBecame = async (link: PrinterLink, signal: AbortSignal): Promise<PrintOutcome> => {
    const problem = link.isLost ? 'silent' : await askProblem(link, signal);
    if (problem === null && !link.isLost) return { kind: 'printed' };
    const isKnown = problem === 'paper-out' || problem === 'cover-open';
    return { kind: 'sent', problem: isKnown ? problem : 'interrupted' };
  };

  return {
    async print(paperOf, signal) {
      const link = await PrinterLink.open(address, waits.connectMs, signal);
      if (!link) return { kind: 'not-sent', problem: 'unreachable' };
      try {
        const problem = await askProblem(link, signal);
        if (problem !== null && problem !== 'silent') return { kind: 'not-sent', problem };
        if (signal.aborted) return { kind: 'not-sent', problem: 'unreachable' };
        const { rows, columns } = await paperOf();
        link.write(encodeReceipt(rows, columns));
        if (problem === 'silent') {
          const isTaken = await link.finish(waits.paperMs, signal);
          return isTaken ? { kind: 'printed' } : { kind: 'sent', problem: 'interrupted' };
        }
        link.write(ASK_IN_TURN);
        const proof = await link.read(isInTurn, waits.paperMs, signal);
        return proof === null ? await whatBecame(link, signal) : { kind: 'printed' };
      } finally {
        link.close();
      }
    },

    async kick(signal) {
      const link = await PrinterLink.open(address, waits.connectMs, signal);
      if (!link) return 'unreachable';
      link.write(DRAWER_KICK);
      return (await link.finish(waits.connectMs, signal)) ? null : 'unreachable';
    },
  };
}
