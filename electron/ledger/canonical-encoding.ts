/**
 * The bytes that the hash chain covers. Every value carries its type and its length, so no two different rows
 * give the same bytes: N null · I 8-byte signed integer · T length and UTF-8 · B length and bytes.
 */
export class CanonicalEncoding {
  #bytes: Buffer = Buffer.allocUnsafe(16_384);
  #length = 0;

  reset(): void {
    this.#length = 0;
  }

  /** A view, valid until the next reset. */
  bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  value(value: string | number | Uint8Array | null): void {
    if (value === null) {
      this.#reserve(1);
      this.#bytes[this.#length++] = 78;
    } else if (typeof value === 'number') {
      this.#reserve(9);
      this.#bytes[this.#length] = 73;
      const high = Math.floor(value / 4_294_967_296);
      this.#bytes.writeInt32BE(high, this.#length + 1);
      this.#bytes.writeUInt32BE(value - high * 4_294_967_296, this.#length + 5);
      this.#length += 9;
    } else if (typeof value === 'string') {
      this.#reserve(5 + value.length * 3);
      this.#bytes[this.#length] = 84;
      const written = this.#bytes.write(value, this.#length + 5, 'utf8');
      this.#bytes.writeUInt32BE(written, this.#length + 1);
      this.#length += 5 + written;
    } else {
      this.#reserve(5);
      this.#bytes[this.#length] = 66;
      this.#bytes.writeUInt32BE(value.length, this.#length + 1);
      this.#length += 5;
      this.raw(value);
    }
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(grown, 0, 0, this.#length);
    this.#bytes = grown;
  }
}
