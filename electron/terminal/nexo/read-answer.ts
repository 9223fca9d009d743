import type {
  ConflictReason,
  DeclineReason,
  DeviceAttempt,
  TerminalOutcome,
  TerminalReply,
} from '../terminal-device.ts';
import { isHeaderOf } from './envelope.ts';
import { type JsonObject, objectAt, textAt } from './json-text.ts';
import { type Parties, paymentTypeOf } from './messages.ts';
import { readReply, readResult } from './reply-fields.ts';

/** What was asked, as far as an answer must agree with it. */
export interface Asked extends Parties {
  attempt: DeviceAttempt;
  currency: string;
}

/** An outcome, or one that only a status round turns into an outcome (terminal.md §3.5). */
export type ReadAnswer =
  | TerminalOutcome
  | { kind: 'ask-again'; why: 'busy' | 'unavailable'; reply: TerminalReply };

const DECLINES: ReadonlyMap<string, DeclineReason> = new Map([
  ['Refusal', 'refused'],
  ['InvalidCard', 'invalid-card'],
  ['WrongPIN', 'wrong-pin'],
  ['PaymentRestriction', 'restricted'],
  ['InsertedCard', 'card-left-inserted'],
]);
const OTHER_DIALOGUE = /(dialog|transaction|payment|terminal)\w* .*(in progress|busy|ongoing)/i;

/** The terminal's own answer to a payment or a refund, by the table of terminal.md §3.5. */
export function readPaymentAnswer(body: JsonObject, asked: Asked): ReadAnswer {
  const reply = readReply(body);
  if (!reply) return { kind: 'unknown', reason: 'unreadable', reply: null };
  const echoed = textAt(body, 'SaleData', 'SaleTransactionID', 'TransactionID');
  if (echoed !== undefined && echoed !== asked.attempt.transactionReference) {
    return { kind: 'unknown', reason: 'wrong-reference', reply: null };
  }
  return reply.result === 'failure' ? readFailure(reply) : readApproval(reply, asked);
}

/** The answer to a status question: the attempt's own answer repeated, or why there is none. */
export function readStatusAnswer(body: JsonObject, asked: Asked): TerminalOutcome {
  const status = readResult(body);
  if (!status) return { kind: 'unknown', reason: 'unreadable', reply: null };
  const about = textAt(body, 'MessageReference', 'ServiceID');
  if (about !== undefined && about !== asked.attempt.messageId) {
    return { kind: 'unknown', reason: 'wrong-reference', reply: null };
  }
  if (status.result === 'failure') {
    if (status.errorCondition === 'InProgress') return { kind: 'in-progress' };
    if (status.errorCondition === 'NotFound') return { kind: 'not-found' };
    return { kind: 'unknown', reason: 'unavailable', reply: null };
  }
  const repeated = objectAt(body, 'RepeatedMessageResponse');
  const payment = objectAt(repeated, 'RepeatedResponseMessageBody', 'PaymentResponse');
  if (status.result !== 'success' || status.errorCondition !== null || !payment) {
    return { kind: 'unknown', reason: 'unexpected', reply: null };
  }
  if (!isHeaderOf(objectAt(repeated, 'MessageHeader'), 'Payment', asked.attempt.messageId, asked)) {
    return { kind: 'unknown', reason: 'wrong-reference', reply: null };
  }
  const answer = readPaymentAnswer(payment, asked);
  if (answer.kind !== 'ask-again') return answer;
  // Repeated by the terminal, it is confirmed.
  if (answer.why === 'busy')
    return { kind: 'not-sent', reason: 'busy', isIncident: false, reply: answer.reply };
  return { kind: 'declined', reason: 'unavailable', reply: answer.reply };
}

function readApproval(reply: TerminalReply, asked: Asked): TerminalOutcome {
  const { authorizedMinor } = reply;
  const conflict = conflictOf(reply, asked);
  if (conflict) return { kind: 'conflict', reason: conflict, reply };
  // An approval without an amount, or with a reason to refuse, cannot be posted: a person reads the slip.
  if (reply.errorCondition !== null || authorizedMinor === null || authorizedMinor === 0) {
    return { kind: 'unknown', reason: 'unexpected', reply };
  }
  return { kind: 'approved', authorizedMinor, reply };
}

function conflictOf(reply: TerminalReply, { attempt, currency }: Asked): ConflictReason | undefined {
  if (reply.paymentType !== null && reply.paymentType !== paymentTypeOf(attempt.direction))
    return 'payment-type';
  if (reply.currency !== null && reply.currency !== currency) return 'currency';
  if (reply.authorizedMinor !== null && reply.authorizedMinor > attempt.amountMinor) return 'amount-above';
  return undefined;
}

function readFailure(reply: TerminalReply): ReadAnswer {
  const condition = reply.errorCondition ?? '';
  const declined = DECLINES.get(condition);
  if (declined) return { kind: 'declined', reason: declined, reply };
  switch (condition) {
    case 'Aborted':
    case 'Cancel':
      return { kind: 'cancelled', reply };
    case 'NotAllowed':
      if (OTHER_DIALOGUE.test(reply.refusalText ?? '')) return { kind: 'ask-again', why: 'busy', reply };
      return { kind: 'declined', reason: 'not-allowed', reply };
    case 'Busy':
      return { kind: 'ask-again', why: 'busy', reply };
    case 'MessageFormat':
      return { kind: 'not-sent', reason: 'rejected', isIncident: true, reply };
    case 'LoggedOut':
      return { kind: 'not-sent', reason: 'logged-out', isIncident: true, reply };
    case 'DeviceOut':
    case 'UnavailableDevice':
    case 'UnavailableService':
    case 'UnreachableHost':
      return { kind: 'ask-again', why: 'unavailable', reply };
    default:
      return { kind: 'unknown', reason: 'unexpected', reply };
  }
}
