import { X509Certificate } from 'node:crypto';
import { JsonNumber, objectAt, readJson, textAt, writeJson } from './json-text.ts';
import type { SharedKey } from './message-encryption.ts';

/** What a desk must know to speak with one terminal, and nobody else may: never in the ledger, a backup or a log. */
export interface TerminalSecret extends SharedKey {
  /** PEM: the provider's terminal root, or the terminal's own certificate; several may follow each other. */
  authorities: string;
}

/** The part of the secret store that a terminal needs: the OS keychain under Electron, a 0600 file otherwise. */
export interface SecretPlace {
  read(name: string): Promise<Uint8Array | undefined>;
  replace(name: string, secret: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Why a secret cannot be kept: the field at fault, never its value. */
export type SecretFault = 'keyIdentifier' | 'keyVersion' | 'passphrase' | 'authorities';

const PASSPHRASE_MAX = 200;
const PEM_MAX = 64 * 1024;

/** The field of a secret that no terminal could work with, if any. */
export function faultOfSecret(secret: TerminalSecret): SecretFault | undefined {
  if (!/^[\x21-\x7e]{1,100}$/.test(secret.keyIdentifier)) return 'keyIdentifier';
  if (!Number.isSafeInteger(secret.keyVersion) || secret.keyVersion < 0) return 'keyVersion';
  // Beyond Latin-1 the provider's own libraries do not agree on the bytes of a phrase.
  const isPhrase = secret.passphrase.length > 0 && secret.passphrase.length <= PASSPHRASE_MAX;
  if (!isPhrase || !/^[\x20-\x7e\xa0-\xff]*$/.test(secret.passphrase)) return 'passphrase';
  return areCertificates(secret.authorities) ? undefined : 'authorities';
}

/** Keeps the secret of a terminal in place of an earlier one. Throws when `faultOfSecret` finds a fault. */
export async function keepTerminalSecret(
  place: Pick<SecretPlace, 'replace'>,
  terminalId: number,
  secret: TerminalSecret,
): Promise<void> {
  const fault = faultOfSecret(secret);
  if (fault) throw new Error(`no terminal works with this ${fault}`);
  const { keyIdentifier, passphrase, authorities } = secret;
  const keyVersion = new JsonNumber(String(secret.keyVersion));
  const text = writeJson({ keyIdentifier, keyVersion, passphrase, authorities });
  await place.replace(nameOf(terminalId), Buffer.from(text));
}

/** The secret of a terminal; undefined when none was kept here, as after a restored backup on another machine. */
export async function readTerminalSecret(
  place: Pick<SecretPlace, 'read'>,
  terminalId: number,
): Promise<TerminalSecret | undefined> {
  const bytes = await place.read(nameOf(terminalId));
  if (!bytes) return undefined;
  const kept = readJson(Buffer.from(bytes).toString('utf8'));
  const version = objectAt(kept)?.keyVersion;
  const secret = {
    keyIdentifier: textAt(kept, 'keyIdentifier') ?? '',
    keyVersion: version instanceof JsonNumber ? Number(version.text) : Number.NaN,
    passphrase: textAt(kept, 'passphrase') ?? '',
    authorities: textAt(kept, 'authorities') ?? '',
  };
  return faultOfSecret(secret) ? undefined : secret;
}

/** Destroys the secret of a terminal; nothing when none is kept. */
export async function forgetTerminalSecret(
  place: Pick<SecretPlace, 'remove'>,
  terminalId: number,
): Promise<void> {
  await place.remove(nameOf(terminalId));
}

function nameOf(terminalId: number): string {
  return `terminal-${terminalId}`;
}

function areCertificates(text: string): boolean {
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0 || text.length > PEM_MAX) return false;
  try {
    for (const pem of found) new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}
