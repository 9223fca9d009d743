import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keychainSecrets, plainSecrets } from '../../../electron/host/sealed-secrets.ts';
import {
  faultOfSecret,
  forgetTerminalSecret,
  keepTerminalSecret,
  readTerminalSecret,
  type TerminalSecret,
} from '../../../electron/terminal/nexo/terminal-secret.ts';
import { makeAuthority } from '../../../electron/terminal/simulator/certificate.ts';

const authorities = makeAuthority('Root of the test terminals').certificate;
const secret: TerminalSecret = { keyIdentifier: 'desk', keyVersion: 2, passphrase: 'café noir', authorities };
const later = { ...secret, keyVersion: 3, passphrase: 'thé vert' };

/** What seals the others where there is no keychain. */
const SEAL = 'seal.key';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

const keychain = (isUsable: boolean) => ({
  isEncryptionAvailable: () => isUsable,
  encryptString: (text: string) => Buffer.from([...text].reverse().join('')),
  decryptString: (sealed: Buffer) => [...sealed.toString()].reverse().join(''),
});

test.each([
  ['an owner-only file', () => plainSecrets(folder)],
  ['the keychain', () => keychainSecrets(folder, keychain(true))],
  ['a keychain that protects nothing', () => keychainSecrets(folder, keychain(false))],
])(
  '%s keeps a terminal’s secret, the later one in its place, and none once it is forgotten',
  async (_name, open) => {
    expect(await readTerminalSecret(open(), 7)).toBeUndefined();
    await keepTerminalSecret(open(), 7, secret);
    expect(await readTerminalSecret(open(), 7)).toEqual(secret);
    await keepTerminalSecret(open(), 7, later);
    expect(await readTerminalSecret(open(), 7)).toEqual(later);
    expect(await readTerminalSecret(open(), 8)).toBeUndefined();
    const files = await readdir(folder);
    expect(files.filter((name) => name !== SEAL)).toHaveLength(1);
    for (const name of files) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
      expect(await readFile(join(folder, name), 'latin1')).not.toMatch(/passphrase|vert/);
    }
    await forgetTerminalSecret(open(), 7);
    await forgetTerminalSecret(open(), 8);
    expect((await readdir(folder)).filter((name) => name !== SEAL)).toEqual([]);
  },
);

test('whichever way it is kept now, the older one is gone from the disk', async () => {
  await keepTerminalSecret(keychainSecrets(folder, keychain(false)), 7, secret);
  await keepTerminalSecret(keychainSecrets(folder, keychain(true)), 7, later);
  expect((await readdir(folder)).sort()).toEqual([SEAL, 'terminal-7.sealed']);
  expect(await readFile(join(folder, 'terminal-7.sealed'), 'utf8')).not.toContain(later.passphrase);
  await keepTerminalSecret(keychainSecrets(folder, keychain(false)), 7, secret);
  expect((await readdir(folder)).sort()).toEqual([SEAL, 'terminal-7.secret']);
  expect(await readTerminalSecret(keychainSecrets(folder, keychain(true)), 7)).toEqual(secret);
});

test.each([
  ['keyIdentifier', { keyIdentifier: '' }],
  ['keyIdentifier', { keyIdentifier: 'a b' }],
  ['keyVersion', { keyVersion: 1.5 }],
  ['keyVersion', { keyVersion: -1 }],
  ['passphrase', { passphrase: '' }],
  ['passphrase', { passphrase: '漢字' }],
  ['authorities', { authorities: 'unencrypted' }],
  ['authorities', { authorities: authorities.replace(/[A-Z]{8}/, 'AAAAAAAA') }],
] as const)('a wrong %s is named and never kept: %j', async (field, change) => {
  const wrong = { ...secret, ...change };
  expect(faultOfSecret(wrong)).toBe(field);
  await expect(keepTerminalSecret(plainSecrets(folder), 7, wrong)).rejects.toThrow(field);
  expect(await readdir(folder)).toEqual([]);
});

test('a secret damaged on the disk, or without its key, is no secret; one from before the seal still is', async () => {
  const place = plainSecrets(folder);
  await place.replace('terminal-7', Buffer.from('{"keyIdentifier":"desk"'));
  expect(await readTerminalSecret(place, 7)).toBeUndefined();
  await keepTerminalSecret(place, 7, secret);
  const file = join(folder, 'terminal-7.secret');
  const sealed = await readFile(file);
  for (const at of [20, 30, 40, sealed.length - 1]) {
    const damaged = Buffer.from(sealed);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    await writeFile(file, damaged);
    expect(await readTerminalSecret(place, 7)).toBeUndefined();
  }
  await writeFile(join(folder, 'terminal-8.secret'), sealed);
  expect(await readTerminalSecret(place, 8)).toBeUndefined();
  await writeFile(file, JSON.stringify(secret));
  await rm(join(folder, SEAL));
  expect(await readTerminalSecret(place, 7)).toEqual(secret);
  expect(await readTerminalSecret(place, 8)).toBeUndefined();
});
