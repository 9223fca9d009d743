import type { AbortReason, CardRequest, DeviceAttempt } from '../terminal-device.ts';
import { decimalOf } from './decimal-amount.ts';
import { JsonNumber, type Writable } from './json-text.ts';

/** Who speaks to whom: the till's stable name and the terminal's `<model>-<serial>`. */
export interface Parties {
  saleId: string;
  poiId: string;
}

export type MessageCategory =
  | 'Payment'
  | 'TransactionStatus'
  | 'Abort'
  | 'Diagnosis'
  | 'CardAcquisition'
  | 'EnableService';

/** One message to a terminal; `messageId` is its own, also when it asks about another (terminal.md §3.2). */
export interface NexoMessage extends Parties {
  category: MessageCategory;
  messageId: string;
  body: Writable;
}

/** The payment or refund to the card presented. Unreferenced: our ledger caps it and ties it to its origin. */
export function paymentMessage(parties: Parties, currency: string, attempt: DeviceAttempt): NexoMessage {
  const { card } = attempt;
  return {
    ...parties,
    category: 'Payment',
    messageId: attempt.messageId,
    body: {
      SaleData: {
        OperatorID: attempt.operator,
        SaleReferenceID: attempt.saleReference,
        SaleTransactionID: { TransactionID: attempt.transactionReference, TimeStamp: attempt.at },
      },
      PaymentTransaction: {
        AmountsReq: { Currency: currency, RequestedAmount: new JsonNumber(decimalOf(attempt.amountMinor)) },
      },
      PaymentData: {
        PaymentType: paymentTypeOf(attempt.direction),
        CardAcquisitionReference: card && {
          TransactionID: card.poiTransactionId,
          TimeStamp: card.poiTransactionAt,
        },
      },
    },
  };
}

/** What became of an attempt; with its receipts, since the answer lost may have held them. */
export function statusMessage(parties: Parties, messageId: string, attempt: DeviceAttempt): NexoMessage {
  return {
    ...parties,
    category: 'TransactionStatus',
    messageId,
    body: {
      ReceiptReprintFlag: true,
      DocumentQualifier: ['CashierReceipt', 'CustomerReceipt'],
      MessageReference: referenceTo(parties, 'Payment', attempt.messageId),
    },
  };
}

/** Stops a payment or the reading of a card, if it is not too late: the terminal answers with no body. */
export function abortMessage(
  parties: Parties,
  messageId: string,
  about: { category: 'Payment' | 'CardAcquisition'; messageId: string },
  reason: AbortReason,
): NexoMessage {
  return {
    ...parties,
    category: 'Abort',
    messageId,
    body: {
      AbortReason: reason === 'merchant' ? 'MerchantAbort' : 'Power Failure',
      MessageReference: referenceTo(parties, about.category, about.messageId),
    },
  };
}

/** Preflight. The host flag is as recalled, not checked against a vendor page: a terminal may ignore it. */
export function diagnosisMessage(parties: Parties, messageId: string): NexoMessage {
  return { ...parties, category: 'Diagnosis', messageId, body: { HostDiagnosisFlag: true } };
}

/** Reads the card that will get the refund, for the same-card check. */
export function cardMessage(parties: Parties, currency: string, request: CardRequest): NexoMessage {
  return {
    ...parties,
    category: 'CardAcquisition',
    messageId: request.messageId,
    body: {
      SaleData: {
        SaleTransactionID: { TransactionID: request.transactionReference, TimeStamp: request.at },
      },
      CardAcquisitionTransaction: {
        PaymentType: paymentTypeOf('out'),
        TotalAmount: new JsonNumber(decimalOf(request.amountMinor)),
        Currency: currency,
      },
    },
  };
}

/** Ends a card acquisition that no refund follows, or the terminal would wait for one. */
export function releaseMessage(parties: Parties, messageId: string): NexoMessage {
  return {
    ...parties,
    category: 'EnableService',
    messageId,
    body: { TransactionAction: 'AbortTransaction' },
  };
}

/** nexo's word for the direction of the money. */
export function paymentTypeOf(direction: DeviceAttempt['direction']): string {
  return direction === 'in' ? 'Normal' : 'Refund';
}

function referenceTo(parties: Parties, category: MessageCategory, messageId: string): Writable {
  return {
    MessageCategory: category,
    SaleID: parties.saleId,
    POIID: parties.poiId,
    ServiceID: messageId,
  };
}
