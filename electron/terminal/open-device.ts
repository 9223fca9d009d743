import type { Ledger } from '../ledger/ledger.ts';
import { readTerminalPlace } from '../ledger/terminal-store.ts';
import { nextMessageId } from './name-attempt.ts';
import { deriveMessageKey } from './nexo/message-encryption.ts';
import { NEXO_WAITS, type NexoWaits, nexoTerminal } from './nexo/nexo-driver.ts';
import { readTerminalSecret, type SecretPlace } from './nexo/terminal-secret.ts';
import type { TerminalDevice } from './terminal-device.ts';

const NEXO_PORT = 8443;

/**
 * The device of an integrated terminal, at its place and with its key of now; null without a key kept on this desk.
 * `waits` are those of terminal.md §3.3 unless a test shortens them.
 */
export async function openDevice(
  ledger: Ledger,
  secrets: Pick<SecretPlace, 'read'>,
  terminalId: number,
  waits: NexoWaits = NEXO_WAITS,
): Promise<TerminalDevice | null> {
  const place = await ledger.read((db) => readTerminalPlace(db, terminalId));
  const secret = await readTerminalSecret(secrets, terminalId);
  if (!place || !secret) return null;
  const [host = '', port] = place.address.split(':');
  return nexoTerminal({
    ...waits,
    host,
    port: port === undefined ? NEXO_PORT : Number(port),
    authorities: secret.authorities,
    poiId: place.poiId,
    environment: place.environment,
    saleId: place.saleId,
    currency: 'CAD',
    key: await deriveMessageKey(secret),
    nextMessageId: () => ledger.write(nextMessageId),
  });
}
