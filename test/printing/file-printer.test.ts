import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeReceipt } from '../../electron/printing/escpos-receipt.ts';
import { openFilePrinter } from '../../electron/printing/file-printer.ts';
import { printerOperations } from '../../shared/contract/printer.ts';

const { signal } = new AbortController();
const paper = { rows: [{ style: 'plain', text: 'Reçu' }], columns: 48 } as const;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-prints-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a paper is one whole file in a folder made for it', async () => {
  const printer = openFilePrinter(join(folder, 'prints'), () => '1.bin');
  expect(await printer.print(async () => paper, signal)).toEqual({ kind: 'printed' });
  expect(readdirSync(join(folder, 'prints'))).toEqual(['1.bin']);
  expect(Uint8Array.from(readFileSync(join(folder, 'prints', '1.bin')))).toEqual(
    encodeReceipt(paper.rows, 48),
  );
  expect(await printer.kick(signal)).toBeNull();
});

test('a folder that cannot be made takes no paper, and nothing is marked as sent', async () => {
  writeFileSync(join(folder, 'prints'), '');
  const printer = openFilePrinter(join(folder, 'prints'), () => '1.bin');
  let isAsked = false;
  const outcome = await printer.print(async () => {
    isAsked = true;
    return paper;
  }, signal);
  expect(outcome).toEqual({ kind: 'not-sent', problem: 'unreachable' });
  expect(isAsked).toBe(false);
});

test.each([
  ['192.168.1.50', true],
  ['imprimante.local:9100', true],
  ['printer:65535', true],
  ['printer:65536', false],
  ['printer:0', false],
  ['http://printer', false],
  ['', false],
])('the address %o is accepted: %s', (address, isAccepted) => {
  const printer = { kind: 'network', address, columns: 48, printsReceipts: true };
  expect(printerOperations['printer.set'].input.safeParse({ tillId: 1, printer }).success).toBe(isAccepted);
});
