import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeReceipt } from './escpos-receipt.ts';
import type { Printer } from './printer.ts';

/** Writes each paper as one file of ESC/POS bytes, for a spooler or an emulator; it has no drawer. */
export function openFilePrinter(folder: string, nameOf: () => string): Printer {
  return {
    async print(paperOf) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
      } catch {
        return { kind: 'not-sent', problem: 'unreachable' };
      }
      const { rows, columns } = await paperOf();
      const file = join(folder, nameOf());
      try {
        await writeFile(`${file}.part`, encodeReceipt(rows, columns));
        await rename(`${file}.part`, file);
        return { kind: 'printed' };
      } catch {
        return { kind: 'sent', problem: 'unreachable' };
      }
    },
    kick: async () => null,
  };
}
