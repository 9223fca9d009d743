import type { SecretKeeper } from '../../electron/host/secret-store.ts';

/** Secrets that live as long as a test. */
export function memorySecrets(): SecretKeeper {
  const kept = new Map<string, Uint8Array>();
  const put = async (name: string, secret: Uint8Array) => {
    kept.set(name, secret);
  };
  return {
    read: async (name) => kept.get(name),
    write: put,
    replace: put,
    remove: async (name) => {
      kept.delete(name);
    },
  };
}
