import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where secrets live, outside the ledger and its backups: the OS keychain under Electron, a 0600 file otherwise. */
export interface SecretStore {
  read(name: string): Promise<Uint8Array | undefined>;
  /** Keeps a secret under a new name; an existing one is never overwritten by mistake. */
  write(name: string, secret: Uint8Array): Promise<void>;
}

/** A store that also takes secrets that a person types, and types again: a terminal's key. */
export interface SecretKeeper extends SecretStore {
  /** Keeps a secret in place of an earlier one: whole or not at all. */
  replace(name: string, secret: Uint8Array): Promise<void>;
  /** Destroys a secret; nothing when there is none. */
  remove(name: string): Promise<void>;
}

/**
 * Secrets in files that only their owner reads, beside the ledger (settled.md 50). What a person typed is sealed under a
 * key in a file of its own: no file that is searched, shown or copied alone gives it away. Whoever has the whole folder
 * has the secret: only a keychain does better.
 */
export function fileSecretStore(folder: string): SecretKeeper {
  const fileOf = (name: string) => ownedFile(folder, name);
  return {
    async read(name) {
      const kept = await readIfThere(fileOf(name));
      if (!kept?.subarray(0, MARK.length).equals(MARK)) return kept;
      const key = await readIfThere(join(folder, SEAL_FILE));
      return key && unseal(kept, key, name);
    },
    async write(name, secret) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeOwned(fileOf(name), secret);
    },
    async replace(name, secret) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceOwned(fileOf(name), seal(secret, await readSealKey(folder), name));
    },
    async remove(name) {
      await rm(fileOf(name), { force: true });
    },
  };
}

const SEAL_FILE = 'seal.key';
/** Before what is sealed; a secret that is not begins otherwise. */
const MARK = Buffer.from('guichet-sealed-1\n');
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The folder's own key, made when the first secret is typed. */
async function readSealKey(folder: string): Promise<Buffer> {
  const file = join(folder, SEAL_FILE);
  const kept = await readIfThere(file);
  if (kept) return kept;
  const fresh = `${file}.${randomUUID()}`;
  await writeOwned(fresh, randomBytes(KEY_BYTES));
  // of two who make it at once one is first, and both use that one
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  return await readFile(file);
}

function seal(secret: Uint8Array, key: Uint8Array, name: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([MARK, iv, cipher.getAuthTag(), sealed]);
}

/** Undefined for what was damaged or is another folder's: as good as no secret, it is typed again. */
function unseal(kept: Buffer, key: Uint8Array, name: string): Buffer | undefined {
  const at = MARK.length + IV_BYTES;
  try {
    const decipher = createDecipheriv(CIPHER, key, kept.subarray(MARK.length, at), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(name)).setAuthTag(kept.subarray(at, at + TAG_BYTES));
    return Buffer.concat([decipher.update(kept.subarray(at + TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Where a secret lies when no keychain seals it. */
export function ownedFile(folder: string, name: string): string {
  return join(folder, `${name}.secret`);
}

/** Puts a file that only its owner reads in place of another, whole or not at all. */
export async function replaceOwned(path: string, content: Uint8Array): Promise<void> {
  const fresh = `${path}.${randomUUID()}`;
  await writeOwned(fresh, content);
  await rename(fresh, path);
}

async function writeOwned(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
