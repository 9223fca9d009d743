import type { MessageKey } from '../../electron/terminal/nexo/message-encryption.ts';
import {
  answerHeader,
  http,
  plainAnswer,
  type ReceivedMessage,
  sealed,
} from '../../electron/terminal/simulator/nexo-server.ts';
import type { DeviceAttempt } from '../../electron/terminal/terminal-device.ts';

/** Chance with a seed: the same seed gives the same run. */
export interface Chance {
  /** A whole number from 0 up to and without `end`. */
  below: (end: number) => number;
  pick: <T>(list: readonly T[]) => T;
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const below = (end: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  return { below, pick: (list) => list[below(list.length)] as (typeof list)[number] };
}

/** One run of a fault: what was asked of the terminal, and what it answers with. */
export interface Run {
  attempt: DeviceAttempt;
  key: MessageKey;
  otherKey: MessageKey;
  chance: Chance;
}

/** Cents as a terminal writes dollars. */
export function dollars(amountMinor: number): string {
  return `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`;
}

export interface PaymentChange {
  result?: string;
  condition?: string;
  additional?: string;
  /** JSON of the amount; `none` leaves it out. */
  amount?: string;
  currency?: string;
  paymentType?: string;
  transactionId?: string;
}

/** The body of a PaymentResponse: an approval of what was asked unless changed. */
export function payment(run: Run, change: PaymentChange = {}): string {
  const { attempt } = run;
  const response = {
    Result: change.result ?? (change.condition ? 'Failure' : 'Success'),
    ErrorCondition: change.condition,
    AdditionalResponse: change.additional,
  };
  const amount = change.amount ?? dollars(attempt.amountMinor);
  const amounts = [
    `"Currency":"${change.currency ?? 'CAD'}"`,
    ...(amount === 'none' ? [] : [`"AuthorizedAmount":${amount}`]),
  ];
  const type = change.paymentType ?? (attempt.direction === 'in' ? 'Normal' : 'Refund');
  const transactionId = change.transactionId ?? attempt.transactionReference;
  return `{"Response":${JSON.stringify(response)},
    "SaleData":{"SaleTransactionID":{"TransactionID":"${transactionId}","TimeStamp":"${attempt.at}"}},
    "POIData":{"POITransactionID":{"TransactionID":"Uz5i001.PSP${run.chance.below(1e6)}","TimeStamp":"2026-11-24T15:00:00.000Z"}},
    "PaymentResult":{"PaymentType":"${type}","OnlineFlag":true,
      "AmountsResp":{${amounts.join(',')}},
      "PaymentAcquirerData":{"ApprovalCode":"07A31C","MerchantID":"GUICHET","AcquirerPOIID":"T2"},
      "PaymentInstrumentData":{"CardData":{"MaskedPan":"600007 **** 7003","PaymentBrand":"visa","EntryMode":["ICC"]}}}}`;
}

/** The body of a TransactionStatusResponse that repeats a payment's answer. */
export function repeated(run: Run, body: string, header: Record<string, unknown> = {}): string {
  return JSON.stringify({
    Response: { Result: 'Success' },
    MessageReference: { MessageCategory: 'Payment', ServiceID: run.attempt.messageId },
    RepeatedMessageResponse: {
      MessageHeader: { ...paymentHeader(run), ...header },
      RepeatedResponseMessageBody: { PaymentResponse: '@' },
    },
  }).replace('"@"', body);
}

function paymentHeader(run: Run): Record<string, unknown> {
  return {
    ProtocolVersion: '3.0',
    MessageClass: 'Service',
    MessageType: 'Response',
    MessageCategory: 'Payment',
    ServiceID: run.attempt.messageId,
    SaleID: SALE_ID,
    POIID: POI_ID,
  };
}

export const SALE_ID = 'GUICHET-T1';
export const POI_ID = 'V400m-346403161';

/** The sealed answer to a message, as the body of an HTTP answer. */
export function answer(
  run: Run,
  received: ReceivedMessage,
  body: string,
  change: { header?: Record<string, unknown>; outer?: Record<string, unknown> } = {},
): string {
  const header = answerHeader(received, change.header);
  const plain = plainAnswer(header, `${received.category}Response`, body);
  return sealed(plain, run.key, answerHeader(received, change.outer));
}

/** The same in whole HTTP bytes. */
export function reply(run: Run, received: ReceivedMessage, body: string): Buffer {
  return http(answer(run, received, body));
}
