import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openIncidentLog } from '../../electron/host/incident-log.ts';
import { type Keychain, keychainSecrets, plainSecrets } from '../../electron/host/sealed-secrets.ts';
import { clientWithMethod, openGatewayDesk } from '../support/gateway-desk.ts';

/** A stand-in of the operating system's keychain: AES under a key that only this process has. */
function processKeychain(): Keychain {
  const key = randomBytes(32);
  const iv = randomBytes(16);
  const sealed = (text: string) => {
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  };
  return {
    isEncryptionAvailable: () => true,
    encryptString: sealed,
    decryptString: (text) => {
      const decipher = createDecipheriv('aes-256-cbc', key, iv);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
  };
}

const SECRET = 'Zq7Wn4Tb9Lk2';

const inKeychain = (folder: string) => keychainSecrets(folder, processKeychain());

test.each([
  ['a key that works', `rk_test_${SECRET}`, 'approved', 'gateway-key.sealed', inKeychain],
  [
    'a key that the gateway refuses',
    `rk_test_forbidden${SECRET}`,
    'not-sent',
    'gateway-key.sealed',
    inKeychain,
  ],
  ['a key kept without a keychain', `rk_test_${SECRET}`, 'approved', 'gateway-key.secret', plainSecrets],
] as const)(
  '%s is in no file and in no log, after charges that pass and that fail',
  async (...[, key, state, file, secretsIn]) => {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-key-'));
    const log = openIncidentLog(join(folder, 'logs', 'incidents.log'));
    const gateway = await openGatewayDesk({
      path: join(folder, 'desk.guichet'),
      secrets: secretsIn(join(folder, 'secrets')),
      logIncident: log,
    });
    try {
      const { desk } = gateway;
      await desk.call('gateway.keepKey', { key });
      const { clientId, savedMethodId } = await clientWithMethod(gateway);
      const charge = async () => {
        const tenders = [{ method: 'online-card' as const, amountMinor: 2500, savedMethodId }];
        const taken = await desk.call('payment.take', { clientId, tenders, restAsDeposit: true });
        if (taken.state !== 'in-progress') throw new Error('a saved method waits for its gateway');
        return await gateway.settled(taken.attemptId);
      };
      expect(await charge()).toBe(state);
      gateway.script({ malformed: true }, { error: true });
      await charge();
      await desk.call('gateway.checkLink', {});
      log('the-last-one', 'gateway', new Error('a failure beside it'));

      const forms = [SECRET, Buffer.from(key).toString('base64').slice(4, -4)];
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
        each.isFile(),
      );
      expect(files.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['desk.guichet', 'desk.guichet-wal', file, 'incidents.log']),
      );
      const found = files.flatMap(({ parentPath, name }) => {
        const text = readFileSync(join(parentPath, name), 'latin1');
        return forms.some((form) => text.includes(form)) ? [name] : [];
      });
      expect(found).toEqual([]);
      expect(JSON.stringify(await desk.call('gateway.read', {}))).not.toContain(SECRET);
    } finally {
      await gateway.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
