/** Reads ESC/POS bytes as a printer would, written from the command reference and not from the encoder. */
export interface PrintedRow {
  readonly style: 'plain' | 'strong' | 'barcode';
  readonly text: string;
}

export interface Printed {
  readonly rows: readonly PrintedRow[];
  /** Rows already fed when the knife fell, one entry per cut. */
  readonly cuts: readonly number[];
  /** Drawer pulses: pin, on and off times in units of 2 ms. */
  readonly pulses: readonly (readonly [number, number, number])[];
  /** Status the host asked for in the stream (GS r n). */
  readonly asked: readonly number[];
}

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const LF = 0x0a;
const CODE_PAGES: Readonly<Record<number, string>> = { 16: 'windows-1252' };

/** Throws on any command that it does not know, and on text before a code page is chosen that needs one. */
export function decodeEscpos(bytes: Uint8Array): Printed {
  const rows: PrintedRow[] = [];
  const cuts: number[] = [];
  const pulses: [number, number, number][] = [];
  const asked: number[] = [];
  let at = 0;
  let decoder = new TextDecoder('ascii', { fatal: true });
  let row: number[] = [];
  let isBold = false;
  let wasBold = false;
  const next = () => {
    const byte = bytes[at];
    if (byte === undefined) throw new Error(`the stream ends inside a command at ${at}`);
    at += 1;
    return byte;
  };
  const unknown = (...command: number[]): never => {
    throw new Error(`unknown command ${command.map((byte) => byte.toString(16)).join(' ')} at ${at}`);
  };
  const escaped = () => {
    const command = next();
    switch (command) {
      case 0x40:
        isBold = false;
        return;
      case 0x4d:
      case 0x61:
        if (next() > 2) unknown(ESC, command);
        return;
      case 0x45:
        isBold = (next() & 1) === 1;
        return;
      case 0x74: {
        const page = CODE_PAGES[next()];
        if (!page) return unknown(ESC, command);
        decoder = new TextDecoder(page, { fatal: true });
        return;
      }
      case 0x70:
        pulses.push([next(), next(), next()]);
        return;
      default:
        unknown(ESC, command);
    }
  };
  const grouped = () => {
    const command = next();
    switch (command) {
      case 0x68:
      case 0x77:
      case 0x48:
        next();
        return;
      case 0x6b: {
        if (next() !== 0x49) unknown(GS, command);
        const data = Array.from({ length: next() }, next);
        if (data[0] !== 0x7b || data[1] !== 0x42) unknown(GS, command, ...data.slice(0, 2));
        rows.push({ style: 'barcode', text: String.fromCharCode(...data.slice(2)) });
        // the bars feed their own row: the line feed after them ends nothing
        if (bytes[at] === LF) at += 1;
        return;
      }
      case 0x56:
        if (next() > 1) unknown(GS, command);
        cuts.push(rows.length);
        return;
      case 0x72:
        asked.push(next());
        return;
      default:
        unknown(GS, command);
    }
  };
  while (at < bytes.length) {
    const byte = next();
    if (byte === ESC) escaped();
    else if (byte === FS) {
      if (next() !== 0x2e) unknown(FS);
    } else if (byte === GS) grouped();
    else if (byte === LF) {
      rows.push({
        style: wasBold || isBold ? 'strong' : 'plain',
        text: decoder.decode(Uint8Array.from(row)),
      });
      row = [];
      wasBold = false;
    } else if (byte < 0x20) unknown(byte);
    else {
      row.push(byte);
      wasBold ||= isBold;
    }
  }
  if (row.length > 0) throw new Error('text that no line feed prints');
  return { rows, cuts, pulses, asked };
}
