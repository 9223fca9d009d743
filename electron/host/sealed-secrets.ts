import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileSecretStore, ownedFile, replaceOwned, type SecretKeeper } from './secret-store.ts';

/** What Electron's safeStorage offers, as far as it is used here. */
export interface Keychain {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only; `basic_text` is no protection. */
  getSelectedStorageBackend?(): string;
}

const sealedFile = (folder: string, name: string) => join(folder, `${name}.sealed`);

/**
 * Secrets sealed by the operating system's keychain (settled.md 50). Where the keychain protects nothing, or the ledger
 * was first used in a browser, the owner-only file serves.
 */
export function keychainSecrets(folder: string, keychain: Keychain): SecretKeeper {
  const plain = fileSecretStore(folder);
  const isUsable = () =>
    keychain.isEncryptionAvailable() && keychain.getSelectedStorageBackend?.() !== 'basic_text';
  return {
    async read(name) {
      const sealed = sealedFile(folder, name);
      if (!existsSync(sealed)) return plain.read(name);
      return Buffer.from(keychain.decryptString(await readFile(sealed)), 'base64');
    },
    async write(name, secret) {
      if (!isUsable()) return plain.write(name, secret);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const text = Buffer.from(secret).toString('base64');
      await writeFile(sealedFile(folder, name), keychain.encryptString(text), { flag: 'wx', mode: 0o600 });
    },
    async replace(name, secret) {
      const sealed = sealedFile(folder, name);
      if (isUsable()) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const text = Buffer.from(secret).toString('base64');
        await replaceOwned(sealed, keychain.encryptString(text));
        await rm(ownedFile(folder, name), { force: true });
        return;
      }
      // What is read first must not be the older one.
      await plain.replace(name, secret);
      await rm(sealed, { force: true });
    },
    async remove(name) {
      await plain.remove(name);
      await rm(sealedFile(folder, name), { force: true });
    },
  };
}

/** The loopback host's store: it has no keychain, and says so rather than making a second secret. */
export function plainSecrets(folder: string): SecretKeeper {
  const plain = fileSecretStore(folder);
  return {
    async read(name) {
      if (existsSync(sealedFile(folder, name))) {
        throw new Error(
          'this ledger is sealed by the desktop app: open it there, or choose another --ledger.',
        );
      }
      return plain.read(name);
    },
    write: plain.write,
    replace: plain.replace,
    remove: plain.remove,
  };
}
