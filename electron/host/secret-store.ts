import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
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

/** Secrets in files that only their owner reads, beside the ledger (settled.md 50). */
export function fileSecretStore(folder: string): SecretKeeper {
  const fileOf = (name: string) => ownedFile(folder, name);
  return {
    async read(name) {
      try {
        return await readFile(fileOf(name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(name, secret) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeOwned(fileOf(name), secret);
    },
    async replace(name, secret) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceOwned(fileOf(name), secret);
    },
    async remove(name) {
      await rm(fileOf(name), { force: true });
    },
  };
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
