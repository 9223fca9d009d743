import type { TLSSocket } from 'node:tls';
import { deriveMessageKey, type SharedKey } from '../../electron/terminal/nexo/message-encryption.ts';
import type { InputOf } from '../../shared/contract/contract.ts';
import { dollars } from './nexo-answers.ts';
import { answerHeader, http, openNexoPeer, plainAnswer, type ReceivedMessage, sealed } from './nexo-peer.ts';
import { makeAuthority, makeCertificate } from './test-certificate.ts';

/** What the terminal does with the next card. */
export type Plan =
  /** Answers at once. */
  | 'approve'
  | 'decline'
  /** Waits for `present`, or for an abort. */
  | 'hold'
  /** Moves the money, then the connection breaks; the terminal is mute until `recover`. */
  | 'break-after'
  /** The connection breaks before anything moves, and the terminal has forgotten it. */
  | 'forget';

const POI_ID = 'V400m-324688179';
export const SHARED_KEY: SharedKey = { keyIdentifier: 'comptoir', keyVersion: 1, passphrase: 'une phrase' };

interface Held {
  socket: TLSSocket;
  received: ReceivedMessage;
}

/** An integrated terminal of the loopback with a memory of its own, one card, and faults on demand. */
export async function openDeskTerminal() {
  const authority = makeAuthority('Root of the test terminals');
  const certificate = makeCertificate(`${POI_ID}.test.terminal.adyen.com`, authority);
  const key = await deriveMessageKey(SHARED_KEY);
  const unreadable = '{"SaleToPOIRequest":{"EventNotification":{"EventToNotify":"Reject"}}}';
  const peer = await openNexoPeer(certificate, key, (socket) => socket.end(http(unreadable)));
  /** The answer of each payment message, by its ServiceID. */
  const memory = new Map<string, string>();
  /** The card in the client's hand. */
  let last4 = '7003';
  let acquired: string | null = null;
  const moved: { direction: 'in' | 'out'; amountMinor: number }[] = [];
  let plan: Plan = 'approve';
  let status = { global: 'OK', host: true };
  let held: Held | null = null;
  let isMute = false;

  const send = (socket: TLSSocket, received: ReceivedMessage, body: string) => {
    const plain = plainAnswer(answerHeader(received), `${received.category}Response`, body);
    socket.end(http(sealed(plain, key, answerHeader(received))));
  };
  const settle = (received: ReceivedMessage, condition?: string): string => {
    const count = moved.length + 1;
    const { amountMinor, direction, isBound, body } = paymentAnswer(received, { count, condition, last4 });
    if (isBound) acquired = null;
    if (!condition) moved.push({ direction, amountMinor });
    memory.set(received.header.ServiceID ?? '', body);
    return body;
  };
  const pay = (socket: TLSSocket, received: ReceivedMessage) => {
    if (acquired !== boundTo(received)) return send(socket, received, failure('Busy'));
    if (plan === 'hold') {
      held = { socket, received };
      return;
    }
    if (plan === 'break-after') {
      settle(received);
      isMute = true;
      socket.destroy();
    } else if (plan === 'forget') socket.destroy();
    else send(socket, received, settle(received, plan === 'decline' ? 'Refusal' : undefined));
  };
  const tell = (socket: TLSSocket, received: ReceivedMessage) => {
    const reference = received.body.MessageReference as { ServiceID: string };
    const known = memory.get(reference.ServiceID);
    const isHeld = held?.received.header.ServiceID === reference.ServiceID;
    if (known) send(socket, received, repeatedAnswer(received, reference.ServiceID, known));
    else send(socket, received, failure(isHeld ? 'InProgress' : 'NotFound'));
  };
  const stop = (socket: TLSSocket, received: ReceivedMessage) => {
    send(socket, received, '{}');
    const stopped = held;
    held = null;
    if (stopped) send(stopped.socket, stopped.received, settle(stopped.received, 'Aborted'));
  };
  peer.behave((socket, received) => {
    if (isMute) return socket.destroy();
    if (received.category === 'Payment') return pay(socket, received);
    if (received.category === 'TransactionStatus') return tell(socket, received);
    if (received.category === 'Abort') return stop(socket, received);
    if (received.category === 'CardAcquisition') {
      acquired = `CARD${received.header.ServiceID}`;
      return send(socket, received, cardAnswer(acquired, last4));
    }
    if (received.category === 'EnableService') {
      acquired = null;
      return send(socket, received, '{"Response":{"Result":"Success"}}');
    }
    return send(socket, received, diagnosis(status));
  });

  return {
    integrated: {
      address: `127.0.0.1:${peer.port}`,
      poiId: POI_ID,
      environment: 'test',
    } satisfies InputOf<'terminal.add'>['integrated'],
    secret: { ...SHARED_KEY, authorities: authority.certificate },
    /** Everything that moved, in order. */
    moved,
    plan: (next: Plan) => {
      plan = next;
    },
    report: (global: string, host: boolean) => {
      status = { global, host };
    },
    /** The client presents the card that a held payment waits for. */
    present: () => {
      if (!held) throw new Error('the terminal waits for no card');
      const { socket, received } = held;
      held = null;
      send(socket, received, settle(received));
    },
    /** The cable is back. */
    recover: () => {
      isMute = false;
    },
    isHeld: () => held !== null,
    /** Another card is in the client's hand. */
    takeCard: (next: string) => {
      last4 = next;
    },
    /** Whether it waits with a card that was read. */
    hasCard: () => acquired !== null,
    close: () => peer.close(),
  };
}

export type DeskTerminal = Awaited<ReturnType<typeof openDeskTerminal>>;

function failure(condition: string): string {
  return JSON.stringify({ Response: { Result: 'Failure', ErrorCondition: condition } });
}

function diagnosis({ global, host }: { global: string; host: boolean }): string {
  return JSON.stringify({
    Response: { Result: 'Success' },
    POIStatus: { GlobalStatus: global },
    HostStatus: [{ AcquirerID: 'Acquirer', IsReachableFlag: host }],
  });
}

function boundTo({ body }: ReceivedMessage): string | null {
  const data = body.PaymentData as { CardAcquisitionReference?: { TransactionID: string } } | undefined;
  return data?.CardAcquisitionReference?.TransactionID ?? null;
}

const cardData = (last4: string) =>
  `"PaymentInstrumentData":{"CardData":{"MaskedPan":"600007 **** ${last4}","PaymentBrand":"visa","EntryMode":["ICC"]}}`;

function cardAnswer(transactionId: string, last4: string): string {
  const at = new Date().toISOString();
  return `{"Response":{"Result":"Success"},
    "POIData":{"POITransactionID":{"TransactionID":"${transactionId}","TimeStamp":"${at}"}},${cardData(last4)}}`;
}

function paymentAnswer(
  received: ReceivedMessage,
  { count, condition, last4 }: { count: number; condition: string | undefined; last4: string },
) {
  const { SaleData, PaymentTransaction, PaymentData } = received.body as {
    SaleData: { SaleTransactionID: unknown };
    PaymentTransaction: { AmountsReq: { Currency: string; RequestedAmount: number } };
    PaymentData?: { PaymentType: string };
  };
  const type = PaymentData?.PaymentType ?? 'Normal';
  const amountMinor = Math.round(PaymentTransaction.AmountsReq.RequestedAmount * 100);
  const response = condition ? { Result: 'Failure', ErrorCondition: condition } : { Result: 'Success' };
  const result = `{"PaymentType":"${type}","OnlineFlag":true,
    "AmountsResp":{"Currency":"CAD","AuthorizedAmount":${dollars(amountMinor)}},
    "PaymentAcquirerData":{"ApprovalCode":"07A31C","MerchantID":"GUICHET","AcquirerPOIID":"T2"},
    ${cardData(last4)}}`;
  const body = `{"Response":${JSON.stringify(response)},"SaleData":${JSON.stringify({ SaleTransactionID: SaleData.SaleTransactionID })},
    "POIData":{"POITransactionID":{"TransactionID":"Uz5i001.PSP${count}","TimeStamp":"${new Date().toISOString()}"}}
    ${condition ? '' : `,"PaymentResult":${result}`}}`;
  const direction = type === 'Refund' ? ('out' as const) : ('in' as const);
  return { amountMinor, direction, isBound: boundTo(received) !== null, body };
}

function repeatedAnswer(received: ReceivedMessage, serviceId: string, body: string): string {
  const header = answerHeader(received, { MessageCategory: 'Payment', ServiceID: serviceId });
  return `{"Response":{"Result":"Success"},
    "MessageReference":{"MessageCategory":"Payment","ServiceID":"${serviceId}"},
    "RepeatedMessageResponse":{"MessageHeader":${JSON.stringify(header)},
      "RepeatedResponseMessageBody":{"PaymentResponse":${body}}}}`;
}
