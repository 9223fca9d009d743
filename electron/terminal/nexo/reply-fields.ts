import type { TerminalReceipt, TerminalReply } from '../terminal-device.ts';
import { minorOf } from './decimal-amount.ts';
import { type Json, JsonNumber, type JsonObject, objectAt, readJson, textAt } from './json-text.ts';
import { referenceOf, scrubText } from './scrub-text.ts';

const TEXT_MAX = 200;
const RECEIPT_LINES_MAX = 80;
const RECEIPTS_MAX = 4;

/** Every ErrorCondition this version understands; another one proves nothing. */
const ERROR_CONDITIONS: ReadonlySet<string> = new Set([
  'Aborted',
  'Busy',
  'Cancel',
  'DeviceOut',
  'InProgress',
  'InsertedCard',
  'InvalidCard',
  'LoggedOut',
  'MessageFormat',
  'NotAllowed',
  'NotFound',
  'PaymentRestriction',
  'Refusal',
  'UnavailableDevice',
  'UnavailableService',
  'UnreachableHost',
  'WrongPIN',
]);

const PAYMENT_TYPES: ReadonlySet<string> = new Set([
  'Normal',
  'Refund',
  'OneTimeReservation',
  'FirstReservation',
  'UpdateReservation',
  'Completion',
  'CashAdvance',
  'CashDeposit',
  'Recurring',
  'Instalment',
  'IssuerInstalment',
  'PaidOut',
]);

const ENTRY_MODES: ReadonlySet<string> = new Set([
  'RFID',
  'Keyed',
  'Manual',
  'File',
  'Scanned',
  'MagStripe',
  'ICC',
  'SynchronousICC',
  'Tapped',
  'Contactless',
  'Mobile',
]);

// What a copy prints: never the cardholder's name, the expiry or the card's sequence number (terminal.md §3.7).
const RECEIPT_REFERENCES: ReadonlySet<string> = new Set([
  'authCode',
  'tid',
  'mid',
  'aid',
  'txRef',
  'mref',
  'ptid',
]);
const RECEIPT_TEXTS: ReadonlySet<string> = new Set([
  'header1',
  'header2',
  'merchantTitle',
  'txdate',
  'txtime',
  'cardType',
  'preferredName',
  'paymentMethod',
  'posEntryMode',
  'txtype',
  'totalAmount',
  'txAmount',
  'approved',
  'declined',
  'cardHolderHeader',
  'retain',
  'thanks',
]);

/** The `Response` of any body; undefined when it has none that can be read. */
export function readResult(
  body: JsonObject,
): { result: TerminalReply['result']; errorCondition: string | null; text: string | null } | undefined {
  const response = objectAt(body, 'Response');
  const result = RESULTS.get(textAt(response, 'Result') ?? '');
  if (!response || !result) return undefined;
  const condition = response.ErrorCondition;
  return {
    result,
    errorCondition: condition === undefined ? null : (oneOf(ERROR_CONDITIONS, condition) ?? 'other'),
    text: refusalTextOf(additionalOf(response)),
  };
}

const RESULTS: ReadonlyMap<string, TerminalReply['result']> = new Map([
  ['Success', 'success'],
  ['Partial', 'partial'],
  ['Failure', 'failure'],
]);

/** The whitelisted fields of a PaymentResponse; undefined without a result. Nothing else of it is ever kept. */
export function readReply(body: JsonObject): TerminalReply | undefined {
  const read = readResult(body);
  if (!read) return undefined;
  const payment = objectAt(body, 'PaymentResult');
  const amounts = objectAt(payment, 'AmountsResp');
  const acquirer = objectAt(payment, 'PaymentAcquirerData');
  const amount = amounts?.AuthorizedAmount;
  const receipts = receiptsOf(body.PaymentReceipt);
  return {
    result: read.result,
    errorCondition: read.errorCondition,
    refusalText: read.text,
    paymentType: kindOf(PAYMENT_TYPES, payment?.PaymentType),
    authorizedMinor: amount instanceof JsonNumber ? (minorOf(amount.text) ?? null) : null,
    currency: currencyOf(amounts?.Currency),
    isOnline: typeof payment?.OnlineFlag === 'boolean' ? payment.OnlineFlag : null,
    approvalCode: shaped(textAt(acquirer, 'ApprovalCode'), /^[A-Za-z0-9]{1,8}$/),
    ...readCard(body),
    poiTransactionId: referenceOf(textAt(body, 'POIData', 'POITransactionID', 'TransactionID'), 60),
    poiTransactionAt: shaped(textAt(body, 'POIData', 'POITransactionID', 'TimeStamp'), INSTANT),
    merchantId: referenceOf(textAt(acquirer, 'MerchantID'), 40),
    acquirerTerminalId: referenceOf(textAt(acquirer, 'AcquirerPOIID'), 40),
    acquirerTransactionId: referenceOf(textAt(acquirer, 'AcquirerTransactionID', 'TransactionID'), 60),
    needsSignature: receipts.some(({ isSigned }) => isSigned),
    receipts: receipts.map(({ receipt }) => receipt),
  };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?$/;

/** What may be kept of the card that a payment or an acquisition saw. */
export function readCard(
  body: JsonObject,
): Pick<TerminalReply, 'brand' | 'last4' | 'entryMode' | 'applicationId' | 'cardAlias'> {
  const card =
    objectAt(body, 'PaymentResult', 'PaymentInstrumentData', 'CardData') ??
    objectAt(body, 'PaymentInstrumentData', 'CardData');
  const additional = additionalOf(objectAt(body, 'Response'));
  const mode = Array.isArray(card?.EntryMode) ? card.EntryMode[0] : card?.EntryMode;
  return {
    brand: shaped(textAt(card, 'PaymentBrand'), /^[A-Za-z][A-Za-z _-]{0,29}$/),
    last4: /(?<!\d)\d{4}$/.exec(textAt(card, 'MaskedPan') ?? '')?.[0] ?? null,
    entryMode: oneOf(ENTRY_MODES, mode),
    applicationId: shaped(
      referenceOf(additional.get('applicationIdentifier'), 32),
      /^[Aa][0-9A-Fa-f]{9,31}$/,
    ),
    cardAlias: referenceOf(textAt(card, 'PaymentToken', 'TokenValue') ?? additional.get('alias'), 60),
  };
}

/** The terminal's own clock and name of a transaction. */
export function readPoiTransaction(body: JsonObject): { id: string; at: string } | undefined {
  const id = referenceOf(textAt(body, 'POIData', 'POITransactionID', 'TransactionID'), 60);
  const at = shaped(textAt(body, 'POIData', 'POITransactionID', 'TimeStamp'), INSTANT);
  return id === null || at === null ? undefined : { id, at };
}

// Form-encoded, or base64 of JSON whose `additionalData` holds the same (terminal.md §3.2).
function additionalOf(response: JsonObject | undefined): Map<string, string> {
  const text = textAt(response, 'AdditionalResponse') ?? '';
  if (text.includes('=') && !/^[A-Za-z0-9+/]+={1,2}$/.test(text)) return new Map(new URLSearchParams(text));
  const decoded = readJson(Buffer.from(text, 'base64').toString('utf8'));
  const found = new Map<string, string>();
  for (const part of [objectAt(decoded), objectAt(decoded, 'additionalData')])
    for (const [key, value] of Object.entries(part ?? {}))
      if (typeof value === 'string') found.set(key, value);
  return found;
}

function refusalTextOf(additional: Map<string, string>): string | null {
  const text = additional.get('refusalReason') ?? additional.get('message');
  return text === undefined ? null : scrubText(text, TEXT_MAX);
}

function receiptsOf(value: Json | undefined): { receipt: TerminalReceipt; isSigned: boolean }[] {
  const found: { receipt: TerminalReceipt; isSigned: boolean }[] = [];
  for (const entry of Array.isArray(value) ? value.slice(0, RECEIPTS_MAX) : []) {
    const copy = COPIES.get(textAt(entry, 'DocumentQualifier') ?? '');
    const outputs = objectAt(entry, 'OutputContent')?.OutputText;
    if (!copy || !Array.isArray(outputs)) continue;
    const lines = outputs
      .slice(0, RECEIPT_LINES_MAX)
      .flatMap((output) => receiptLine(textAt(output, 'Text') ?? ''));
    found.push({ receipt: { copy, lines }, isSigned: objectAt(entry)?.RequiredSignatureFlag === true });
  }
  return found;
}

const COPIES: ReadonlyMap<string, TerminalReceipt['copy']> = new Map([
  ['CashierReceipt', 'merchant'],
  ['CustomerReceipt', 'client'],
]);

function receiptLine(text: string): { name: string; value: string }[] {
  const fields = new URLSearchParams(text);
  const key = fields.get('key') ?? '';
  const name = scrubText(fields.get('name') ?? '', TEXT_MAX);
  const value = fields.get('value') ?? '';
  if (key === 'pan') {
    const last4 = /(?<!\d)\d{4}$/.exec(value)?.[0];
    return last4 === undefined ? [] : [{ name, value: `****${last4}` }];
  }
  if (RECEIPT_REFERENCES.has(key)) {
    const reference = referenceOf(value, 60);
    return reference === null ? [] : [{ name, value: reference }];
  }
  return RECEIPT_TEXTS.has(key) ? [{ name, value: scrubText(value, TEXT_MAX) }] : [];
}

function oneOf(known: ReadonlySet<string>, value: Json | undefined): string | null {
  return typeof value === 'string' && known.has(value) ? value : null;
}

// Present but unknown is not the same as absent: it can be no one's expected type.
function kindOf(known: ReadonlySet<string>, value: Json | undefined): string | null {
  return value === undefined ? null : (oneOf(known, value) ?? 'other');
}

function currencyOf(value: Json | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value) ? value : 'other';
}

function shaped(text: string | null | undefined, shape: RegExp): string | null {
  return text != null && shape.test(text) ? text : null;
}
