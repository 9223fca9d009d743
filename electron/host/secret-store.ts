import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where secrets live, outside the ledger and its backups: the OS keychain under Electron, a 0600 file otherwise. */
export interface SecretStore {
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, secret: Uint8Array): Promise<void>;
}

/** Secrets in files that only their owner reads, beside the ledger (settled.md 50). */
export function fileSecretStore(folder: string): SecretStore {
  const fileOf = (name: string) => join(folder, `${name}.secret`);
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
      const file = await open(fileOf(name), 'wx', 0o600);
      try {
        await file.writeFile(secret);
        await file.sync();
      } finally {
        await file.close();
      }
    },
  };
}
