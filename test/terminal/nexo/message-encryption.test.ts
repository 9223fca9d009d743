import { NexoCrypto } from '@adyen/api-library';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  deriveMessageKey,
  openMessage,
  type SealedMessage,
  sealMessage,
} from '../../../electron/terminal/nexo/message-encryption.ts';
import { PROPERTY_RUN } from '../../domain/property-run.ts';

const shared = { keyIdentifier: 'desk', keyVersion: 3, passphrase: 'phrase de passe à 12 mots' };
const theirs = {
  KeyIdentifier: shared.keyIdentifier,
  KeyVersion: shared.keyVersion,
  Passphrase: shared.passphrase,
  AdyenCryptoVersion: 1,
};
const key = await deriveMessageKey(shared);
const header = { MessageCategory: 'Payment' } as never;
const oracle = new NexoCrypto();

// The oracle derives its key anew for each message, 40 ms a time: the whole count is `npm run proof:terminal`.
const ORACLE_MESSAGES = 25;
const messages = fc.string({ unit: 'binary', maxLength: 3000 });

test('the provider’s own library reads what we seal, and we read what it seals', () => {
  fc.assert(
    fc.property(messages, (text) => {
      const ours = sealMessage(text, key);
      expect(oracle.decrypt({ MessageHeader: header, ...ours }, theirs)).toBe(text);
      expect(openMessage(NexoCrypto.encrypt(header, text, theirs) as SealedMessage, key)).toBe(text);
    }),
    { ...PROPERTY_RUN, numRuns: ORACLE_MESSAGES },
  );
});

test('any change to the blob, the nonce or the HMAC leaves no message', () => {
  fc.assert(
    fc.property(
      messages,
      fc.constantFrom('NexoBlob', 'Nonce', 'Hmac'),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (text, field, at, flip) => {
        const sealed = sealMessage(text, key);
        const holder = field === 'NexoBlob' ? sealed : sealed.SecurityTrailer;
        const bytes = Buffer.from(Object(holder)[field] ?? '', 'base64');
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        Object.assign(holder, { [field]: bytes.toString('base64') });
        expect(openMessage(sealed, key)).toBeUndefined();
      },
    ),
    PROPERTY_RUN,
  );
});

test('a truncated or padded text, another version or another phrase leaves no message', async () => {
  const sealed = sealMessage('{"a":1}', key);
  const trailer = sealed.SecurityTrailer;
  const changed = (change: Partial<typeof trailer>) => ({
    ...sealed,
    SecurityTrailer: { ...trailer, ...change },
  });
  expect(openMessage(sealed, key)).toBe('{"a":1}');
  expect(openMessage({ ...sealed, NexoBlob: sealed.NexoBlob.slice(0, -1) }, key)).toBeUndefined();
  expect(openMessage({ ...sealed, NexoBlob: `${sealed.NexoBlob}\n` }, key)).toBeUndefined();
  expect(openMessage({ ...sealed, NexoBlob: '' }, key)).toBeUndefined();
  expect(openMessage(changed({ Hmac: '' }), key)).toBeUndefined();
  expect(openMessage(changed({ Nonce: `${trailer.Nonce}AA` }), key)).toBeUndefined();
  expect(openMessage(changed({ AdyenCryptoVersion: 2 }), key)).toBeUndefined();
  const other = await deriveMessageKey({ ...shared, passphrase: 'autre' });
  expect(openMessage(sealed, other)).toBeUndefined();
});

test('two messages never share a nonce, and a key shown as JSON or by spreading shows no secret', () => {
  const nonces = new Set(Array.from({ length: 1000 }, () => sealMessage('a', key).SecurityTrailer.Nonce));
  expect(nonces.size).toBe(1000);
  expect(JSON.stringify({ ...key })).toBe('{"keyIdentifier":"desk","keyVersion":3}');
});
