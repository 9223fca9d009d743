import {
  createHmac,
  randomBytes,
  type ScryptOptions,
  scrypt,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';

/** What a hash costs and the secret mixed into it; part of the surroundings. */
export interface PinSecrets {
  readonly pinCost: number;
  readonly pinPepper: Uint8Array;
}

const BLOCK_SIZE = 8;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

const scryptAsync = promisify(scrypt) as (
  password: Uint8Array,
  salt: Uint8Array,
  length: number,
  options: ScryptOptions,
) => Promise<Buffer>;

const optionsOf = (cost: number): ScryptOptions => ({
  N: cost,
  r: BLOCK_SIZE,
  p: 1,
  maxmem: 256 * cost * BLOCK_SIZE,
});

const peppered = (pin: string, secrets: PinSecrets) =>
  createHmac('sha256', secrets.pinPepper).update(pin).digest();

/** `scrypt$N$salt$hash`: the cost travels with the hash, so that it can be raised later (settled.md 50). */
const written = (cost: number, salt: Uint8Array, hash: Uint8Array) =>
  ['scrypt', cost, Buffer.from(salt).toString('base64url'), Buffer.from(hash).toString('base64url')].join(
    '$',
  );

export async function hashPin(pin: string, secrets: PinSecrets): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await scryptAsync(peppered(pin, secrets), salt, HASH_BYTES, optionsOf(secrets.pinCost));
  return written(secrets.pinCost, salt, hash);
}

/** For the first start only: inside a ledger transaction nothing but the ledger may be awaited. */
export function hashPinAtOnce(pin: string, secrets: PinSecrets): string {
  const salt = randomBytes(SALT_BYTES);
  const hash = scryptSync(peppered(pin, secrets), salt, HASH_BYTES, optionsOf(secrets.pinCost));
  return written(secrets.pinCost, salt, hash);
}

/** Whether the PIN is the one hashed. Without a hash it takes as long and says no: an unknown name looks the same. */
export async function isPinOf(pin: string, stored: string | null, secrets: PinSecrets): Promise<boolean> {
  const [, cost, salt, hash] = stored?.split('$') ?? [];
  const expected = hash ? Buffer.from(hash, 'base64url') : Buffer.alloc(HASH_BYTES);
  const found = await scryptAsync(
    peppered(pin, secrets),
    salt ? Buffer.from(salt, 'base64url') : Buffer.alloc(SALT_BYTES),
    HASH_BYTES,
    optionsOf(cost ? Number(cost) : secrets.pinCost),
  );
  return timingSafeEqual(found, expected) && hash !== undefined;
}
