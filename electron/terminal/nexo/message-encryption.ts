import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  pbkdf2,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';

const deriveBytes = promisify(pbkdf2);

const SALT = 'AdyenNexoV1Salt';
const ROUNDS = 4000;
const KEY_BYTES = 32;
const BLOCK_BYTES = 16;
/** The only version of this encryption there is. */
export const CRYPTO_VERSION = 1;

/** What the terminal's owner typed at its provider and here: from the secret store, never in ledger or log. */
export interface SharedKey {
  keyIdentifier: string;
  /** A natural number. */
  keyVersion: number;
  passphrase: string;
}

/** A shared key ready for use. Its bytes are not enumerable, so that no log or JSON can show them. */
export interface MessageKey {
  readonly keyIdentifier: string;
  readonly keyVersion: number;
  readonly material: () => { hmacKey: Buffer; cipherKey: Buffer; iv: Buffer };
}

export interface SecurityTrailer {
  AdyenCryptoVersion: number;
  KeyIdentifier: string;
  KeyVersion: number;
  /** Base64 of 16 bytes. */
  Nonce: string;
  /** Base64 of 32 bytes. */
  Hmac: string;
}

export interface SealedMessage {
  /** Base64 of the encrypted JSON. */
  NexoBlob: string;
  SecurityTrailer: SecurityTrailer;
}

/**
 * Derives the bytes of a shared key: PBKDF2-HMAC-SHA1, 4000 rounds, 80 bytes (terminal.md §3.1). Some milliseconds, off
 * the main thread; once per key, never per message.
 */
export async function deriveMessageKey(shared: SharedKey): Promise<MessageKey> {
  // The provider's own libraries read the phrase one byte a character.
  const phrase = Buffer.from(shared.passphrase, 'latin1');
  const bytes = await deriveBytes(phrase, SALT, ROUNDS, 2 * KEY_BYTES + BLOCK_BYTES, 'sha1');
  const material = {
    hmacKey: bytes.subarray(0, KEY_BYTES),
    cipherKey: bytes.subarray(KEY_BYTES, 2 * KEY_BYTES),
    iv: bytes.subarray(2 * KEY_BYTES),
  };
  return {
    keyIdentifier: shared.keyIdentifier,
    keyVersion: shared.keyVersion,
    material: () => material,
  };
}

/**
 * Encrypts one message with AES-256-CBC under a fresh nonce, with an HMAC over its plaintext (terminal.md §3.1).
 * `nonce` is given by tests only: a nonce used twice shows that two messages begin alike.
 */
export function sealMessage(
  plaintext: string,
  key: MessageKey,
  nonce = randomBytes(BLOCK_BYTES),
): SealedMessage {
  const { hmacKey, cipherKey, iv } = key.material();
  const bytes = Buffer.from(plaintext, 'utf8');
  const cipher = createCipheriv('aes-256-cbc', cipherKey, xor(iv, nonce));
  return {
    NexoBlob: Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64'),
    SecurityTrailer: {
      AdyenCryptoVersion: CRYPTO_VERSION,
      KeyIdentifier: key.keyIdentifier,
      KeyVersion: key.keyVersion,
      Nonce: nonce.toString('base64'),
      Hmac: createHmac('sha256', hmacKey).update(bytes).digest('base64'),
    },
  };
}

/**
 * The proven plaintext of a sealed message, or undefined when anything about it is off: the caller learns nothing more,
 * since whatever fails here is not an answer (terminal.md §3.1). Nothing outside the plaintext is authenticated.
 */
export function openMessage(sealed: SealedMessage, key: MessageKey): string | undefined {
  const { hmacKey, cipherKey, iv } = key.material();
  if (sealed.SecurityTrailer.AdyenCryptoVersion !== CRYPTO_VERSION) return undefined;
  const blob = strictBase64(sealed.NexoBlob);
  const nonce = strictBase64(sealed.SecurityTrailer.Nonce);
  const hmac = strictBase64(sealed.SecurityTrailer.Hmac);
  if (!blob || nonce?.length !== BLOCK_BYTES || hmac?.length !== KEY_BYTES) return undefined;
  if (blob.length === 0 || blob.length % BLOCK_BYTES !== 0) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-cbc', cipherKey, xor(iv, nonce));
    const bytes = Buffer.concat([decipher.update(blob), decipher.final()]);
    const expected = createHmac('sha256', hmacKey).update(bytes).digest();
    if (!timingSafeEqual(expected, hmac)) return undefined;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Wrong padding or not UTF-8: the same "no answer" as a wrong HMAC.
    return undefined;
  }
}

function xor(left: Uint8Array, right: Uint8Array): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
}

// Node skips what is not base64; a text that does not come back the same was truncated or tampered with.
function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
