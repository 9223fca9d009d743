import { answerHeader, type ReceivedMessage } from './nexo-server.ts';

/** Cents as a terminal writes dollars. */
export function dollars(amountMinor: number): string {
  return `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`;
}

/** A failure of any message. */
export function failure(condition: string): string {
  return JSON.stringify({ Response: { Result: 'Failure', ErrorCondition: condition } });
}

/** The answer to a preflight. */
export function diagnosis({ global, host }: { global: string; host: boolean }): string {
  return JSON.stringify({
    Response: { Result: 'Success' },
    POIStatus: { GlobalStatus: global },
    HostStatus: [{ IsReachableFlag: host }],
  });
}

/** What a payment message asks for. */
export interface AskedPayment {
  messageId: string;
  direction: 'in' | 'out';
  amountMinor: number;
  /** The acquired card it must go to, if any. */
  boundTo: string | null;
}

export function askedPayment({ header, body }: ReceivedMessage): AskedPayment {
  const { PaymentTransaction, PaymentData } = body as {
    PaymentTransaction: { AmountsReq: { RequestedAmount: number } };
    PaymentData?: { PaymentType: string; CardAcquisitionReference?: { TransactionID: string } };
  };
  return {
    messageId: header.ServiceID ?? '',
    direction: PaymentData?.PaymentType === 'Refund' ? 'out' : 'in',
    amountMinor: Math.round(PaymentTransaction.AmountsReq.RequestedAmount * 100),
    boundTo: PaymentData?.CardAcquisitionReference?.TransactionID ?? null,
  };
}

export interface Approval {
  direction: 'in' | 'out';
  amountMinor: number;
  /** Less than what was asked. */
  isPartial: boolean;
  currency: string;
  hasAmount: boolean;
  brand: string;
  last4: string;
  approvalCode: string;
  at: string;
}

/** The body of an approval, with both copies of its receipt. */
export function approvalAnswer(received: ReceivedMessage, approval: Approval): string {
  const { direction, amountMinor, currency, brand, last4, approvalCode, at } = approval;
  const amount = approval.hasAmount ? `,"AuthorizedAmount":${dollars(amountMinor)}` : '';
  const result = `{"PaymentType":"${direction === 'out' ? 'Refund' : 'Normal'}","OnlineFlag":true,
    "AmountsResp":{"Currency":"${currency}"${amount}},
    "PaymentAcquirerData":{"ApprovalCode":"${approvalCode}","MerchantID":"GUICHET","AcquirerPOIID":"VIRTUEL",
      "AcquirerTransactionID":{"TransactionID":"RRN${approvalCode}"}},
    ${cardData(brand, last4)}}`;
  return `{"Response":{"Result":"${approval.isPartial ? 'Partial' : 'Success'}"},${echo(received)},
    ${transactionOf(approvalCode, at)},"PaymentResult":${result},"PaymentReceipt":${receipts(approval)}}`;
}

/** The body of a refusal: nothing moved. */
export function refusalAnswer(received: ReceivedMessage, condition: string, at: string): string {
  const additional = condition === 'Refusal' ? ',"AdditionalResponse":"refusalReason=Declined"' : '';
  return `{"Response":{"Result":"Failure","ErrorCondition":"${condition}"${additional}},${echo(received)},
    ${transactionOf('REFUSED', at)}}`;
}

/** The body of a status that repeats the answer of a payment. */
export function repeatedAnswer(received: ReceivedMessage, messageId: string, body: string): string {
  const header = answerHeader(received, { MessageCategory: 'Payment', ServiceID: messageId });
  return `{"Response":{"Result":"Success"},
    "MessageReference":{"MessageCategory":"Payment","ServiceID":"${messageId}"},
    "RepeatedMessageResponse":{"MessageHeader":${JSON.stringify(header)},
      "RepeatedResponseMessageBody":{"PaymentResponse":${body}}}}`;
}

/** The body of a card that was read and moved nothing. */
export function cardAnswer(
  transactionId: string,
  card: { brand: string; last4: string },
  at: string,
): string {
  return `{"Response":{"Result":"Success"},${transactionOf(transactionId, at, '')},${cardData(card.brand, card.last4)}}`;
}

/** A rejection of a message under another key, which quotes it: only its own sender can read that it is meant. */
export const UNREADABLE = '{"SaleToPOIRequest":{"EventNotification":{"EventToNotify":"Reject"}}}';

/** A proven rejection of this very message. */
export function rejection(received: ReceivedMessage): string {
  const quoted = JSON.stringify({ SaleToPOIRequest: { MessageHeader: received.header } });
  return JSON.stringify({
    SaleToPOIRequest: {
      MessageHeader: { ...received.header, MessageClass: 'Event', MessageType: 'Notification' },
      EventNotification: {
        EventToNotify: 'Reject',
        EventDetails: 'message refused',
        RejectedMessage: Buffer.from(quoted).toString('base64'),
      },
    },
  });
}

function echo({ body }: ReceivedMessage): string {
  const { SaleTransactionID } = body.SaleData as { SaleTransactionID: unknown };
  return `"SaleData":${JSON.stringify({ SaleTransactionID })}`;
}

function transactionOf(id: string, at: string, prefix = 'Uz5i001.PSP'): string {
  return `"POIData":{"POITransactionID":{"TransactionID":"${prefix}${id}","TimeStamp":"${at}"}}`;
}

function cardData(brand: string, last4: string): string {
  return `"PaymentInstrumentData":{"CardData":{"MaskedPan":"600007 **** ${last4}","PaymentBrand":"${brand}","EntryMode":["ICC"]}}`;
}

function receipts({ direction, amountMinor, brand, last4, approvalCode }: Approval): string {
  const lines = (title: string) =>
    [
      `name=${title}&key=header1&value=Terminal+virtuel`,
      `name=Op%C3%A9ration&key=txtype&value=${direction === 'out' ? 'REMBOURSEMENT' : 'ACHAT'}`,
      `name=Carte&key=pan&value=************${last4}`,
      `name=Marque&key=cardType&value=${brand}`,
      `name=Autorisation&key=authCode&value=${approvalCode}`,
      `name=Montant&key=totalAmount&value=${dollars(amountMinor)}+CAD`,
    ].map((Text) => ({ Text }));
  const copies = [
    ['CashierReceipt', 'Exemplaire%20marchand'],
    ['CustomerReceipt', 'Exemplaire%20client'],
  ] as const;
  return JSON.stringify(
    copies.map(([DocumentQualifier, title]) => ({
      DocumentQualifier,
      OutputContent: { OutputFormat: 'Text', OutputText: lines(title) },
    })),
  );
}
