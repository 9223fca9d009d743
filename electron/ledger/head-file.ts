import {
  closeSync,
  constants,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { NextNumbers } from './number-series.ts';

/** What the second file remembers of the ledger: its last commit and the next number of each series. */
export interface HeadRecord {
  readonly generation: number;
  readonly seq: number;
  readonly hash: Buffer;
  readonly next: NextNumbers;
}

/** One disk sector a slot: room for the ledger's series and the Z series of some 38 tills. */
const SLOT_BYTES = 512;
const MAGIC = 0x47434831;
const FLUSH_WAIT_MS = 1_000;

/**
 * The chain's head kept beside the ledger (settled.md 44): two slots written in turn after each commit, so a torn
 * write leaves the other. The ledger is durable before the slot is written, so a head ahead of its ledger always
 * means that the ledger lost its tail or an old copy was put back.
 */
export class HeadFile {
  readonly #file: number;
  readonly #ledgerId: Uint8Array;
  readonly #slot = Buffer.alloc(SLOT_BYTES);
  #generation: number;
  #dirty = false;
  #timer: NodeJS.Timeout | undefined;

  /** Opens or creates the file; `record` is the newest slot that is whole, if any. */
  static open(
    path: string,
    ledgerId: Uint8Array,
  ): { head: HeadFile; record: HeadRecord | undefined; foreign: boolean } {
    const isNew = !existsSync(path);
    const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    if (isNew) {
      const folder = openSync(dirname(path), 'r');
      if (process.platform !== 'win32') fsyncSync(folder);
      closeSync(folder);
    }
    const slots = [readSlot(file, 0), readSlot(file, 1)].filter((slot) => slot !== undefined);
    const own = slots.filter((slot) => Buffer.compare(slot.ledgerId, ledgerId) === 0);
    const record = own.sort((one, other) => other.generation - one.generation)[0];
    return {
      head: new HeadFile(file, ledgerId, record?.generation ?? 0),
      record,
      foreign: slots.length > 0 && own.length === 0,
    };
  }

  private constructor(file: number, ledgerId: Uint8Array, generation: number) {
    this.#file = file;
    this.#ledgerId = ledgerId;
    this.#generation = generation;
  }

  /** Writes the other slot; not yet flushed to the disk, which follows within a second. */
  write(seq: number, hash: Uint8Array, next: NextNumbers): void {
    this.#generation += 1;
    encodeSlot(this.#slot, this.#ledgerId, this.#generation, seq, hash, next);
    writeSync(this.#file, this.#slot, 0, SLOT_BYTES, (this.#generation % 2) * SLOT_BYTES);
    this.#dirty = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!this.#dirty) return;
      const generation = this.#generation;
      // dirty until it is really on the disk: a flush meanwhile may not return before that
      fdatasync(this.#file, (error) => {
        if (!error && generation === this.#generation) this.#dirty = false;
      });
    }, FLUSH_WAIT_MS).unref();
  }

  /** Puts the last written slot on the disk: before SENT, at Z, backup and exit. */
  flush(): void {
    if (!this.#dirty) return;
    fdatasyncSync(this.#file);
    this.#dirty = false;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      this.flush();
    } finally {
      closeSync(this.#file);
    }
  }
}

/** The newest whole slot of a head file, read only; undefined when there is none. */
export function readHeadFile(path: string, ledgerId: Uint8Array): HeadRecord | undefined {
  if (!existsSync(path)) return undefined;
  const file = openSync(path, 'r');
  try {
    return [readSlot(file, 0), readSlot(file, 1)]
      .filter((slot) => slot !== undefined && Buffer.compare(slot.ledgerId, ledgerId) === 0)
      .sort((one, other) => other!.generation - one!.generation)[0];
  } finally {
    closeSync(file);
  }
}

/** Throws inside the transaction, before any commit, when one more series would not fit in a slot. */
export function requireRoomInHead(next: NextNumbers): void {
  encodeSlot(Buffer.alloc(SLOT_BYTES), new Uint8Array(16), 0, 0, new Uint8Array(32), next);
}

const SERIES_AT = 72;

function encodeSlot(
  slot: Buffer,
  ledgerId: Uint8Array,
  generation: number,
  seq: number,
  hash: Uint8Array,
  next: NextNumbers,
): void {
  slot.fill(0);
  slot.writeUInt32BE(MAGIC, 0);
  slot.writeUIntBE(generation, 8, 6);
  slot.writeUIntBE(seq, 14, 6);
  slot.set(hash, 20);
  slot.set(ledgerId, 52);
  slot.writeUInt16BE(next.size, 68);
  let at = SERIES_AT;
  for (const [series, number] of next) {
    const nameBytes = Buffer.byteLength(series);
    if (at + 1 + nameBytes + 6 > SLOT_BYTES)
      throw new Error('no room for another number series in the head file');
    slot[at] = nameBytes;
    slot.write(series, at + 1);
    slot.writeUIntBE(number, at + 1 + nameBytes, 6);
    at += 7 + nameBytes;
  }
  slot.writeUInt32BE(crc32(slot.subarray(8)), 4);
}

function readSlot(file: number, place: 0 | 1): (HeadRecord & { ledgerId: Buffer }) | undefined {
  const slot = Buffer.alloc(SLOT_BYTES);
  if (readSync(file, slot, 0, SLOT_BYTES, place * SLOT_BYTES) !== SLOT_BYTES) return undefined;
  if (slot.readUInt32BE(0) !== MAGIC || slot.readUInt32BE(4) !== crc32(slot.subarray(8))) return undefined;
  const next = new Map<string, number>();
  let at = SERIES_AT;
  for (let left = slot.readUInt16BE(68); left > 0; left--) {
    const nameBytes = slot[at]!;
    next.set(slot.toString('utf8', at + 1, at + 1 + nameBytes), slot.readUIntBE(at + 1 + nameBytes, 6));
    at += 7 + nameBytes;
  }
  return {
    generation: slot.readUIntBE(8, 6),
    seq: slot.readUIntBE(14, 6),
    hash: Buffer.from(slot.subarray(20, 52)),
    ledgerId: Buffer.from(slot.subarray(52, 68)),
    next,
  };
}
