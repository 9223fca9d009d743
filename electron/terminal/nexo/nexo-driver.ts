import type {
  AbortDelivery,
  CardOutcome,
  DeviceAttempt,
  Diagnosis,
  NotSentReason,
  TerminalDevice,
  TerminalOutcome,
  UnknownReason,
} from '../terminal-device.ts';
import { openReply, sealRequest } from './envelope.ts';
import { type Endpoint, exchange } from './https-exchange.ts';
import { JsonNumber, type JsonObject, objectAt, textAt } from './json-text.ts';
import type { MessageKey } from './message-encryption.ts';
import {
  abortMessage,
  cardMessage,
  diagnosisMessage,
  type NexoMessage,
  paymentMessage,
  releaseMessage,
  statusMessage,
} from './messages.ts';
import { readPaymentAnswer, readStatusAnswer } from './read-answer.ts';
import { readCard, readPoiTransaction, readResult } from './reply-fields.ts';

export interface NexoTerminal extends Endpoint {
  /** The till's stable name towards the terminal. */
  saleId: string;
  currency: string;
  key: MessageKey;
  /** For what a person or a card has to do: the terminal gives up by itself after 120 s. */
  replyWaitMs: number;
  /** For what the terminal answers at once: status, abort, diagnosis. */
  queryWaitMs: number;
  /** A name never given before, by the ledger's counter (`messageIdOf`). */
  nextMessageId: () => Promise<string>;
}

export type NexoWaits = Pick<NexoTerminal, 'connectWaitMs' | 'replyWaitMs' | 'queryWaitMs'>;

/** The waits of terminal.md §3.3, in milliseconds. */
export const NEXO_WAITS: NexoWaits = { connectWaitMs: 5000, replyWaitMs: 130_000, queryWaitMs: 10_000 };

type Asked =
  | { kind: 'answer'; body: JsonObject }
  | { kind: 'not-sent'; reason: NotSentReason; isIncident: boolean }
  | { kind: 'unknown'; reason: UnknownReason };

/** A terminal on the desk's own network that speaks nexo Sale to POI in the provider's local profile (terminal.md §3.1). */
export function nexoTerminal(terminal: NexoTerminal): TerminalDevice {
  const ask = async (message: NexoMessage, waitMs: number, signal?: AbortSignal): Promise<Asked> => {
    const exchanged = await exchange(terminal, sealRequest(message, terminal.key), waitMs, signal);
    if (exchanged.kind === 'not-written') {
      return {
        kind: 'not-sent',
        reason: exchanged.reason,
        isIncident: exchanged.reason === 'wrong-certificate',
      };
    }
    if (exchanged.kind === 'no-answer') return { kind: 'unknown', reason: exchanged.reason };
    const opened = openReply(exchanged.text, message, terminal.key);
    if (opened.kind === 'rejected') return { kind: 'not-sent', reason: 'rejected', isIncident: true };
    return opened.kind === 'answer' ? opened : { kind: 'unknown', reason: opened.reason };
  };

  const askAbout = (attempt: DeviceAttempt) => ({
    attempt,
    currency: terminal.currency,
    saleId: terminal.saleId,
    poiId: terminal.poiId,
  });

  const askStatus = async (attempt: DeviceAttempt, signal?: AbortSignal): Promise<TerminalOutcome> => {
    const message = statusMessage(terminal, await terminal.nextMessageId(), attempt);
    const asked = await ask(message, terminal.queryWaitMs, signal);
    if (asked.kind === 'answer') return readStatusAnswer(asked.body, askAbout(attempt));
    // A question that was not sent, or not taken, says nothing about the attempt.
    if (asked.kind === 'unknown') return { ...asked, reply: null };
    const isStopped = asked.reason === 'stopped';
    return { kind: 'unknown', reason: isStopped ? 'stopped' : 'no-connection', reply: null };
  };

  const stop = async (message: NexoMessage): Promise<AbortDelivery> => {
    const asked = await ask(message, terminal.queryWaitMs);
    if (asked.kind !== 'answer') return asked.kind;
    return readResult(asked.body)?.result === 'failure' ? 'not-sent' : 'delivered';
  };

  return {
    async perform(attempt, signal) {
      const message = paymentMessage(terminal, terminal.currency, attempt);
      const asked = await ask(message, terminal.replyWaitMs, signal);
      if (asked.kind !== 'answer') return { ...asked, reply: null };
      const answer = readPaymentAnswer(asked.body, askAbout(attempt));
      if (answer.kind !== 'ask-again') return answer;
      const unconfirmed: TerminalOutcome = { kind: 'unknown', reason: 'unavailable', reply: answer.reply };
      // Without a name for the question it is not asked; the answer already here must not be lost for that.
      const status = await askStatus(attempt, signal).catch(() => unconfirmed);
      if (status.kind === 'unknown') return unconfirmed;
      // Busy with somebody else's dialogue: ours never began.
      if (status.kind === 'not-found' && answer.why === 'busy') {
        return { kind: 'not-sent', reason: 'busy', isIncident: false, reply: answer.reply };
      }
      return status;
    },

    askStatus,

    async abort(attempt, reason) {
      const about = { category: 'Payment' as const, messageId: attempt.messageId };
      return await stop(abortMessage(terminal, await terminal.nextMessageId(), about, reason));
    },

    async diagnose(signal) {
      const message = diagnosisMessage(terminal, await terminal.nextMessageId());
      const asked = await ask(message, terminal.queryWaitMs, signal);
      return asked.kind === 'answer' ? diagnosisOf(asked.body) : { kind: 'no-answer', reason: asked.reason };
    },

    async acquireCard(request, signal) {
      const asked = await ask(
        cardMessage(terminal, terminal.currency, request),
        terminal.replyWaitMs,
        signal,
      );
      if (asked.kind === 'answer') return cardOutcomeOf(asked.body);
      if (asked.kind === 'unknown') {
        // nobody waits for the card any more: the terminal must not ask for it still
        const about = { category: 'CardAcquisition' as const, messageId: request.messageId };
        await stop(abortMessage(terminal, await terminal.nextMessageId(), about, 'merchant'));
      }
      return { kind: 'not-read', reason: 'no-answer' };
    },

    async releaseCard() {
      return await stop(releaseMessage(terminal, await terminal.nextMessageId()));
    },
  };
}

const STATUSES: ReadonlyMap<string, 'ok' | 'busy' | 'maintenance' | 'unreachable'> = new Map([
  ['OK', 'ok'],
  ['Busy', 'busy'],
  ['Maintenance', 'maintenance'],
  ['Unreachable', 'unreachable'],
]);

function diagnosisOf(body: JsonObject): Diagnosis {
  const read = readResult(body);
  if (!read) return { kind: 'no-answer', reason: 'unreadable' };
  const status = STATUSES.get(textAt(body, 'POIStatus', 'GlobalStatus') ?? '') ?? null;
  const hosts = Array.isArray(body.HostStatus) ? body.HostStatus : [];
  const reachable = hosts
    .map((host) => objectAt(host)?.IsReachableFlag)
    .filter((flag) => typeof flag === 'boolean');
  const isHostReachable = reachable.length === 0 ? null : reachable.includes(true);
  const additional = new URLSearchParams(textAt(body, 'Response', 'AdditionalResponse') ?? '');
  const count = body.unconfirmedBatchCount;
  const stored = count instanceof JsonNumber ? count.text : additional.get('unconfirmedBatchCount');
  return {
    kind: 'answered',
    isReady: read.result === 'success' && status === 'ok' && isHostReachable !== false,
    status,
    isHostReachable,
    unconfirmedCount: stored !== null && /^\d{1,6}$/.test(stored) ? Number(stored) : null,
  };
}

function cardOutcomeOf(body: JsonObject): CardOutcome {
  const read = readResult(body);
  const transaction = readPoiTransaction(body);
  if (read?.result === 'success' && transaction) {
    const { cardAlias, last4, brand } = readCard(body);
    const card = { poiTransactionId: transaction.id, poiTransactionAt: transaction.at };
    return { kind: 'read', card, alias: cardAlias, last4, brand };
  }
  const condition = read?.errorCondition;
  if (condition === 'Aborted' || condition === 'Cancel') return { kind: 'not-read', reason: 'cancelled' };
  return { kind: 'not-read', reason: condition === 'Busy' ? 'busy' : 'refused' };
}
