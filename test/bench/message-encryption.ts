import { NexoCrypto } from '@adyen/api-library';
import {
  deriveMessageKey,
  openMessage,
  sealMessage,
} from '../../electron/terminal/nexo/message-encryption.ts';
import { measureSideBySide } from './ratio.ts';

const ROUNDS = 9;
const MESSAGES = 10;
const LIMIT_MS = 1;
/** An answer with two receipts. */
const TEXT = JSON.stringify({
  PaymentReceipt: Array.from({ length: 60 }, (_, line) => `name=${line}&value=${line}`),
});

/** One message sealed and one opened, by our own encryption and by the provider's library, which derives the key each time. */
export async function benchMessageEncryption(): Promise<void> {
  const shared = { keyIdentifier: 'desk', keyVersion: 1, passphrase: 'une phrase de passe' };
  const startedAt = performance.now();
  const key = await deriveMessageKey(shared);
  const derivedMs = performance.now() - startedAt;
  const theirs = {
    KeyIdentifier: shared.keyIdentifier,
    KeyVersion: shared.keyVersion,
    Passphrase: shared.passphrase,
    AdyenCryptoVersion: 1,
  };
  const oracle = new NexoCrypto();
  const header = { MessageCategory: 'Payment' } as never;
  const { firstMs, secondMs } = await measureSideBySide(
    ROUNDS,
    MESSAGES,
    () => {
      if (openMessage(sealMessage(TEXT, key), key) !== TEXT) throw new Error('another text');
    },
    () => {
      if (oracle.decrypt(NexoCrypto.encrypt(header, TEXT, theirs), theirs) !== TEXT)
        throw new Error('another text');
    },
  );
  console.log(
    `message encryption: ${firstMs.toFixed(3)} ms to seal and open ${TEXT.length} characters ` +
      `(${firstMs < LIMIT_MS ? 'within' : 'ABOVE'} ${LIMIT_MS} ms), ` +
      `${(secondMs / firstMs).toFixed(0)} times less than the provider’s library (${secondMs.toFixed(1)} ms); ` +
      `key derived once in ${derivedMs.toFixed(1)} ms`,
  );
  if (firstMs >= LIMIT_MS) process.exitCode = 1;
}
