import { createHmac } from 'node:crypto';
import { type SealedMessage, sealMessage } from '../../../electron/terminal/nexo/message-encryption.ts';
import {
  answerHeader,
  http,
  plainAnswer,
  type ReceivedMessage,
  sealed,
} from '../../../electron/terminal/simulator/nexo-server.ts';
import { answer, POI_ID, payment, type Run } from '../../support/nexo-answers.ts';
import type { Fault } from './fault.ts';

const UNPROVEN = 'unknown not-proven';
const UNREADABLE = 'unknown unreadable';
const OTHER = 'unknown wrong-reference';

function text(name: string, expect: string, make: (run: Run, received: ReceivedMessage) => string): Fault {
  return { name, expect, behave: (run) => (socket, received) => socket.end(http(make(run, received))) };
}

/** The approval with its envelope changed by hand. */
function envelope(
  name: string,
  change: (sealedMessage: SealedMessage, run: Run, plain: string) => unknown,
  expect = UNPROVEN,
): Fault {
  return text(name, expect, (run, received) => {
    const header = answerHeader(received);
    const plain = plainAnswer(header, 'PaymentResponse', payment(run));
    const made = sealMessage(plain, run.key);
    return JSON.stringify({
      SaleToPOIResponse: { MessageHeader: header, ...Object(change(made, run, plain)) },
    });
  });
}

function trailer(name: string, change: (made: SealedMessage, run: Run, plain: string) => object): Fault {
  return envelope(name, (made, run, plain) => ({
    ...made,
    SecurityTrailer: { ...made.SecurityTrailer, ...change(made, run, plain) },
  }));
}

/** The approval with another plaintext under right encryption. */
function plaintext(
  name: string,
  expect: string,
  make: (run: Run, received: ReceivedMessage) => string,
): Fault {
  return text(name, expect, (run, received) => sealed(make(run, received), run.key, answerHeader(received)));
}

function header(name: string, expect: string, change: (run: Run) => Record<string, unknown>): Fault {
  return text(name, expect, (run, received) => answer(run, received, payment(run), { header: change(run) }));
}

function flipped(base64: string, run: Run): string {
  const bytes = Buffer.from(base64, 'base64');
  const at = run.chance.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << run.chance.below(8));
  return bytes.toString('base64');
}

function rejection(run: Run, received: ReceivedMessage, quoted: string): string {
  const event = {
    EventToNotify: 'Reject',
    EventDetails: 'message=Did+not+receive+a+valid+request',
    RejectedMessage: Buffer.from(quoted).toString('base64'),
  };
  const messageHeader = {
    MessageClass: 'Event',
    MessageCategory: 'Event',
    MessageType: 'Notification',
    POIID: POI_ID,
  };
  const plain = JSON.stringify({
    SaleToPOIRequest: { EventNotification: event, MessageHeader: messageHeader },
  });
  return sealed(plain, run.key, answerHeader(received), 'SaleToPOIRequest');
}

/** Whether an answer is the terminal's, and the answer to this very message. */
export const PROOF_FAULTS: readonly Fault[] = [
  trailer('a wrong HMAC', (made, run) => ({ Hmac: flipped(made.SecurityTrailer.Hmac, run) })),
  trailer('a truncated HMAC', (made, run) => ({
    Hmac: made.SecurityTrailer.Hmac.slice(0, run.chance.below(44)),
  })),
  trailer('an HMAC of the blob instead of the text', (made, run) => ({
    Hmac: createHmac('sha256', run.key.material().hmacKey).update(made.NexoBlob).digest('base64'),
  })),
  trailer('no HMAC', () => ({ Hmac: undefined })),
  trailer('a changed nonce', (made, run) => ({ Nonce: flipped(made.SecurityTrailer.Nonce, run) })),
  trailer('a short nonce', (_made, run) => ({
    Nonce: Buffer.alloc(run.chance.below(16)).toString('base64'),
  })),
  trailer('a long nonce', (made) => ({ Nonce: Buffer.alloc(17, made.NexoBlob).toString('base64') })),
  trailer('another version of the encryption', (_made, run) => ({
    AdyenCryptoVersion: run.chance.pick([0, 2, '1', null, 1.5]),
  })),
  trailer('fields of other types', (_made, run) =>
    run.chance.pick([{ Hmac: 7 }, { Nonce: [] }, { Hmac: null }]),
  ),
  envelope('a truncated blob', (made, run) => ({
    ...made,
    NexoBlob: made.NexoBlob.slice(0, run.chance.below(made.NexoBlob.length)),
  })),
  envelope('a blob short of whole blocks', (made) => ({
    ...made,
    NexoBlob: Buffer.from(made.NexoBlob, 'base64').subarray(0, -16).toString('base64'),
  })),
  envelope('a blob with signs that base64 has not', (made, run) => ({
    ...made,
    NexoBlob: made.NexoBlob.replace(
      /^.{9}/,
      (start) => start + run.chance.pick(['\n', ' ', '-', '=', '\u0000']),
    ),
  })),
  envelope('a changed blob', (made, run) => ({ ...made, NexoBlob: flipped(made.NexoBlob, run) })),
  envelope('no trailer', ({ NexoBlob }) => ({ NexoBlob })),
  envelope('another key', (_made, run, plain) => sealMessage(plain, run.otherKey)),
  envelope('an answer that is not encrypted', (_made, _run, plain) => JSON.parse(plain).SaleToPOIResponse),
  text('our own request sent back', UNREADABLE, (_run, received) => received.sealed),
  text('a key given twice outside', UNREADABLE, (run, received) =>
    answer(run, received, payment(run)).replace('"NexoBlob"', '"NexoBlob":"","NexoBlob"'),
  ),
  text('JSON that is not an object', UNPROVEN, (run) =>
    run.chance.pick(['null', '[]', '"a"', '7', '[[{}]]']),
  ),
  text('JSON too deep', UNREADABLE, (run) => '['.repeat(33 + run.chance.below(100_000))),
  text('JSON cut short', UNREADABLE, (run, received) => {
    const body = answer(run, received, payment(run));
    return body.slice(0, 1 + run.chance.below(body.length - 1));
  }),
  text('right inside, other names outside', 'approved', (run, received) =>
    answer(run, received, payment(run), { outer: { ServiceID: 'OTHER', POIID: 'OTHER', SaleID: 'OTHER' } }),
  ),
  header('another ServiceID inside, ours outside', OTHER, (run) => ({
    ServiceID: `9${run.chance.below(1e8)}`,
  })),
  header('another SaleID inside', OTHER, () => ({ SaleID: 'GUICHET-T2' })),
  header('another POIID inside', OTHER, () => ({ POIID: 'V400m-346403162' })),
  header('names in other case or with spaces', OTHER, (run) =>
    run.chance.pick([
      { SaleID: 'guichet-t1' },
      { POIID: `${POI_ID} ` },
      { ServiceID: ` ${run.attempt.messageId}` },
    ]),
  ),
  header('names that are not text', OTHER, (run) =>
    run.chance.pick([{ ServiceID: 7 }, { SaleID: null }, { POIID: [] }]),
  ),
  header('the answer to another kind of message', OTHER, (run) => ({
    MessageCategory: run.chance.pick(['TransactionStatus', 'Diagnosis', 'Reversal', 'Abort']),
  })),
  header('a request for an answer', OTHER, (run) =>
    run.chance.pick([{ MessageType: 'Request' }, { MessageType: 'Notification' }, { MessageClass: 'Event' }]),
  ),
  text('a stale answer, whole and proven', OTHER, (run, received) =>
    answer({ ...run, attempt: { ...run.attempt, messageId: '0100000000' } }, received, payment(run), {
      header: { ServiceID: '0100000000' },
    }),
  ),
  plaintext('a key given twice inside', UNREADABLE, (run, received) =>
    plainAnswer(answerHeader(received), 'PaymentResponse', payment(run)).replace(
      '"Result"',
      '"Result":"Failure","Result"',
    ),
  ),
  plaintext('an escaped key given twice inside', UNREADABLE, (run, received) =>
    plainAnswer(answerHeader(received), 'PaymentResponse', payment(run)).replace(
      '"AuthorizedAmount"',
      '"\\u0041uthorizedAmount":0.01,"AuthorizedAmount"',
    ),
  ),
  plaintext('two bodies', UNREADABLE, (run, received) =>
    plainAnswer(
      answerHeader(received),
      'PaymentResponse":{},"PaymentResponse',
      payment(run, { condition: 'Refusal' }),
    ),
  ),
  plaintext('no body', UNREADABLE, (_run, received) =>
    JSON.stringify({ SaleToPOIResponse: { MessageHeader: answerHeader(received) } }),
  ),
  plaintext('an empty text inside', UNREADABLE, () => ''),
  plaintext('garbage inside', UNREADABLE, (run) =>
    run.chance.pick(['{', 'null', '{}', '[]', '\ufeff{}', 'OK', '{"a":01}']),
  ),
  plaintext('keys of the language inside', 'approved', (run, received) =>
    plainAnswer(answerHeader(received), 'PaymentResponse', payment(run)).replace(
      '"PaymentResponse":{',
      '"PaymentResponse":{"__proto__":{"Response":{"Result":"Failure"}},"constructor":1,"toString":null,',
    ),
  ),
  text('a proven rejection of this message', 'not-sent rejected', (run, received) =>
    rejection(run, received, received.sealed),
  ),
  text('a proven rejection of an older message', OTHER, (run, received) =>
    rejection(run, received, received.sealed.replaceAll(run.attempt.messageId, '0100000000')),
  ),
  text('a proven rejection that quotes nothing', OTHER, (run, received) => rejection(run, received, '')),
  text('a rejection that is not encrypted', UNPROVEN, (run) =>
    JSON.stringify({
      SaleToPOIRequest: {
        EventNotification: { EventToNotify: 'Reject', EventDetails: run.attempt.messageId },
      },
    }),
  ),
];
