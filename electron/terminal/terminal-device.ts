/**
 * The device's side of an integrated terminal: one that the app itself commands (terminal.md §3). The attempt machine
 * commits SENT, calls `perform`, journals `outcome.reply` and applies the outcome; the poller and the recovery call
 * `askStatus` with the same attempt. Nothing is ever sent twice, and every failure of terminal or network is a typed
 * outcome; only a broken assumption throws (an amount that is not positive cents), before a byte is written.
 *
 * Stripe Terminal and Square Terminal fit this port but are not written: both are commanded through a server that holds
 * a secret, which a desk must never have. A driver talking to such a server would map `perform` to
 * `readers.processPaymentIntent` / `readers.refundPayment` (referenced only; needed for Interac) or to TerminalCheckout
 * / TerminalRefund (Interac only), `askStatus` to the reader's `action.status` or a GET of the same id, `abort` to
 * `cancelAction` or the cancel call, with `messageId` as the idempotency key (terminal.md §2).
 */
export interface TerminalDevice {
  /**
   * Starts the attempt on the terminal and waits for its outcome (up to `replyWaitMs`). Call it once per attempt, after
   * SENT is committed. A busy or broken terminal is asked once for the status before the outcome is given.
   * `signal` stops waiting, never the money: `not-sent` if nothing was written, else `unknown`.
   */
  perform(attempt: DeviceAttempt, signal?: AbortSignal): Promise<TerminalOutcome>;
  /** Asks what became of the attempt; changes nothing on the terminal, so it may be asked again at will. */
  askStatus(attempt: DeviceAttempt, signal?: AbortSignal): Promise<TerminalOutcome>;
  /**
   * Asks the terminal to stop the attempt. Proves nothing: the outcome still comes from `perform` or `askStatus`, and it
   * may be an approval.
   */
  abort(attempt: DeviceAttempt, reason: AbortReason): Promise<AbortDelivery>;
  /** Preflight: whether the terminal answers, is free and reaches its host. Moves no money. */
  diagnose(signal?: AbortSignal): Promise<Diagnosis>;
  /**
   * Reads the card before a refund, to compare it with the one of the payment (optional, terminal.md §3.2). Give the
   * reference to `perform`, or release it. `messageId` is new for it, as for an attempt.
   */
  acquireCard(request: CardRequest, signal?: AbortSignal): Promise<CardOutcome>;
  /** Gives an acquired card back when the refund does not follow. */
  releaseCard(card: AcquiredCard): Promise<AbortDelivery>;
}

/** One attempt as the terminal must know it, the same in every call about it. */
export interface DeviceAttempt {
  /** Our permanent name of the attempt at this terminal (nexo ServiceID), from `messageIdOf`; unique for ever. */
  messageId: string;
  direction: 'in' | 'out';
  /** Cents, positive, whichever the direction. */
  amountMinor: number;
  /** The document this is for (refund or sale), shown on the terminal's reports. */
  saleReference: string;
  /** The attempt's own number, echoed by the terminal. */
  transactionReference: string;
  /** UTC ISO instant of the attempt, the same in each message about it. */
  at: string;
  /** Who works at the desk: a number, never a name. */
  operator?: string;
  /** From `acquireCard`: the refund goes to that very card. */
  card?: AcquiredCard;
}

export type AbortReason = 'merchant' | 'power-failure';
/** Whether the terminal took the abort; otherwise the attempt goes on as it was. */
export type AbortDelivery = 'delivered' | 'not-sent' | 'unknown';

/**
 * What the terminal's answer proves about the attempt (terminal.md §3.5). `reply`, when there is one, is to be journalled
 * before the outcome is applied.
 */
export type TerminalOutcome =
  /** Money moved: `reply.authorizedMinor`, positive and at most the amount asked. */
  | { kind: 'approved'; authorizedMinor: number; reply: TerminalReply }
  /** Not moved, final. */
  | { kind: 'declined'; reason: DeclineReason; reply: TerminalReply }
  /** Not moved, final: aborted, or cancelled on the terminal. */
  | { kind: 'cancelled'; reply: TerminalReply }
  /** Proven not begun. An incident when `isIncident`: the terminal rejects what we say. */
  | { kind: 'not-sent'; reason: NotSentReason; isIncident: boolean; reply: TerminalReply | null }
  /** The terminal is at it: poll. */
  | { kind: 'in-progress' }
  /** The terminal does not know the attempt: a person decides, "not done" preselected. Never a resend. */
  | { kind: 'not-found' }
  /** A proven answer that contradicts what was asked: wrong direction, currency, or more money than asked. */
  | { kind: 'conflict'; reason: ConflictReason; reply: TerminalReply }
  /** Nothing is proven: hold kept, poll. */
  | { kind: 'unknown'; reason: UnknownReason; reply: TerminalReply | null };

export type DeclineReason =
  | 'refused'
  | 'invalid-card'
  | 'wrong-pin'
  | 'restricted'
  | 'card-left-inserted'
  /** The provider does not allow it, as for unreferenced refunds not enabled: for a supervisor. */
  | 'not-allowed'
  /** The terminal or its host was out of reach, confirmed by a status. */
  | 'unavailable';

export type NotSentReason =
  | 'unreachable'
  /** This desk keeps no key for the terminal. */
  | 'no-key'
  /** The pinned certificate, its name or the environment did not match. */
  | 'wrong-certificate'
  | 'stopped'
  | 'busy'
  | 'rejected'
  | 'logged-out';

export type ConflictReason = 'payment-type' | 'currency' | 'amount-above';

export type UnknownReason =
  /** Connection, HTTP, size or time: no answer came whole. */
  | 'no-answer'
  | 'no-connection'
  /** It came, but did not prove to be the terminal's or could not be read. */
  | 'not-proven'
  | 'unreadable'
  /** Proven, but about another message, terminal or till. */
  | 'wrong-reference'
  /** Proven and ours, but it says nothing this version can rely on. */
  | 'unexpected'
  /** Failure of terminal or host, not yet confirmed by a status. */
  | 'unavailable'
  | 'stopped';

/**
 * What may be kept of a terminal's answer (terminal.md §3.7): a whitelist, each field checked for its shape and scrubbed of
 * card numbers. There is no raw reply anywhere.
 */
export interface TerminalReply {
  result: 'success' | 'partial' | 'failure';
  /** nexo's ErrorCondition, or `other` for one this version does not know. Decide by it, never by the text. */
  errorCondition: string | null;
  /** For display only. */
  refusalText: string | null;
  paymentType: string | null;
  /** Cents; null when absent or unreadable. */
  authorizedMinor: number | null;
  currency: string | null;
  isOnline: boolean | null;
  approvalCode: string | null;
  brand: string | null;
  last4: string | null;
  entryMode: string | null;
  applicationId: string | null;
  /** The card's alias at the provider, for the same-card check. */
  cardAlias: string | null;
  /** The terminal's own name of the transaction (`tender.pspReference`) and its clock. */
  poiTransactionId: string | null;
  poiTransactionAt: string | null;
  merchantId: string | null;
  acquirerTerminalId: string | null;
  acquirerTransactionId: string | null;
  needsSignature: boolean;
  /** Lines to print, for each copy the terminal gave. */
  receipts: readonly TerminalReceipt[];
}

export interface TerminalReceipt {
  copy: 'merchant' | 'client';
  lines: readonly { name: string; value: string }[];
}

export type CardRequest = Pick<DeviceAttempt, 'messageId' | 'transactionReference' | 'at' | 'amountMinor'>;

export interface AcquiredCard {
  poiTransactionId: string;
  poiTransactionAt: string;
}

/** A card read without moving money; with no answer nothing is owed, so one failure is enough. */
export type CardOutcome =
  | { kind: 'read'; card: AcquiredCard; alias: string | null; last4: string | null; brand: string | null }
  | { kind: 'not-read'; reason: 'cancelled' | 'busy' | 'refused' | 'no-answer' };

export type Diagnosis =
  | {
      kind: 'answered';
      isReady: boolean;
      /** nexo's GlobalStatus: OK, Busy, Maintenance, Unreachable; null when not understood. */
      status: 'ok' | 'busy' | 'maintenance' | 'unreachable' | null;
      /** Whether it reaches its host; null when it does not say. */
      isHostReachable: boolean | null;
      /** Transactions stored on the terminal and not yet sent to its host; null when it does not say. */
      unconfirmedCount: number | null;
    }
  | { kind: 'no-answer'; reason: NotSentReason | UnknownReason };
