import {
  type Json,
  JsonNumber,
  type JsonObject,
  objectAt,
  readJson,
  textAt,
  type Writable,
  writeJson,
} from './json-text.ts';
import { type MessageKey, openMessage, type SealedMessage, sealMessage } from './message-encryption.ts';
import type { NexoMessage, Parties } from './messages.ts';

/** What a reply proved to be: the body of an answer to our message, a proven rejection of it, or no answer. */
export type OpenedReply =
  | { kind: 'answer'; body: JsonObject }
  | { kind: 'rejected'; text: string | null }
  | { kind: 'nothing'; reason: 'not-proven' | 'unreadable' | 'wrong-reference' };

/** The bytes of a message: its header in clear for routing, and again inside, where it is authenticated. */
export function sealRequest(message: NexoMessage, key: MessageKey): string {
  const header = {
    ProtocolVersion: '3.0',
    MessageClass: 'Service',
    MessageCategory: message.category,
    MessageType: 'Request',
    ServiceID: message.messageId,
    SaleID: message.saleId,
    POIID: message.poiId,
  };
  const plain = writeJson({
    SaleToPOIRequest: { MessageHeader: header, [`${message.category}Request`]: message.body },
  });
  const { NexoBlob, SecurityTrailer } = sealMessage(plain, key);
  const trailer: Writable = {
    ...SecurityTrailer,
    AdyenCryptoVersion: new JsonNumber(String(SecurityTrailer.AdyenCryptoVersion)),
    KeyVersion: new JsonNumber(String(SecurityTrailer.KeyVersion)),
  };
  return writeJson({ SaleToPOIRequest: { MessageHeader: header, NexoBlob, SecurityTrailer: trailer } });
}

/**
 * Opens the reply to `message`. Only what is inside the encryption is believed: the header outside is not authenticated, so it
 * is not even read (terminal.md §3.1).
 */
export function openReply(text: string, message: NexoMessage, key: MessageKey): OpenedReply {
  const outer = readJson(text);
  const sealed = sealedOf(objectAt(outer, 'SaleToPOIResponse') ?? objectAt(outer, 'SaleToPOIRequest'));
  if (!sealed) return { kind: 'nothing', reason: outer === undefined ? 'unreadable' : 'not-proven' };
  const plain = openMessage(sealed, key);
  if (plain === undefined) return { kind: 'nothing', reason: 'not-proven' };
  const inner = readJson(plain);
  if (inner === undefined) return { kind: 'nothing', reason: 'unreadable' };
  const rejected = rejectionOf(inner, message);
  if (rejected) return rejected;
  const response = objectAt(inner, 'SaleToPOIResponse');
  if (!response) return { kind: 'nothing', reason: 'unreadable' };
  if (!isHeaderOf(objectAt(response, 'MessageHeader'), message.category, message.messageId, message)) {
    return { kind: 'nothing', reason: 'wrong-reference' };
  }
  // An abort is answered by a header alone.
  const body =
    objectAt(response, `${message.category}Response`) ?? (message.category === 'Abort' ? {} : undefined);
  return body ? { kind: 'answer', body } : { kind: 'nothing', reason: 'unreadable' };
}

/** Whether a header is that of the terminal's response to the message so named, between the same parties. */
export function isHeaderOf(
  header: JsonObject | undefined,
  category: string,
  messageId: string,
  parties: Parties,
): boolean {
  return (
    textAt(header, 'MessageClass') === 'Service' &&
    textAt(header, 'MessageType') === 'Response' &&
    textAt(header, 'MessageCategory') === category &&
    textAt(header, 'ServiceID') === messageId &&
    textAt(header, 'SaleID') === parties.saleId &&
    textAt(header, 'POIID') === parties.poiId
  );
}

function sealedOf(envelope: JsonObject | undefined): SealedMessage | undefined {
  const trailer = objectAt(envelope, 'SecurityTrailer');
  const NexoBlob = textAt(envelope, 'NexoBlob');
  const Nonce = textAt(trailer, 'Nonce');
  const Hmac = textAt(trailer, 'Hmac');
  const KeyIdentifier = textAt(trailer, 'KeyIdentifier') ?? '';
  if (NexoBlob === undefined || Nonce === undefined || Hmac === undefined) return undefined;
  const KeyVersion = numberOf(trailer?.KeyVersion);
  const AdyenCryptoVersion = numberOf(trailer?.AdyenCryptoVersion);
  return { NexoBlob, SecurityTrailer: { AdyenCryptoVersion, KeyIdentifier, KeyVersion, Nonce, Hmac } };
}

function numberOf(value: Json | undefined): number {
  return value instanceof JsonNumber ? Number(value.text) : Number.NaN;
}

/**
 * An event saying that the terminal refused the message. It carries no ServiceID, so it counts only when the message it quotes
 * is ours: an old rejection must not free the hold of an attempt that runs.
 */
function rejectionOf(inner: Json, message: NexoMessage): OpenedReply | undefined {
  const event = objectAt(inner, 'SaleToPOIRequest', 'EventNotification');
  if (!event) return undefined;
  if (textAt(event, 'EventToNotify') !== 'Reject') return { kind: 'nothing', reason: 'wrong-reference' };
  const quoted = readJson(Buffer.from(textAt(event, 'RejectedMessage') ?? '', 'base64').toString('utf8'));
  const header = objectAt(quoted, 'SaleToPOIRequest', 'MessageHeader');
  const isOurs =
    textAt(header, 'ServiceID') === message.messageId &&
    textAt(header, 'SaleID') === message.saleId &&
    textAt(header, 'POIID') === message.poiId;
  if (!isOurs) return { kind: 'nothing', reason: 'wrong-reference' };
  return { kind: 'rejected', text: textAt(event, 'EventDetails') ?? null };
}
