import { businessDaysBetween, daysBetween } from './local-time.ts';
import { ECHECK_SETTLES_AFTER_BUSINESS_DAYS } from './refund-destination.ts';
import type { SavedMethodKind } from './saved-method.ts';

/**
 * Every kind of row of the worklist, in the order in which its filter lists them: first what keeps money from its
 * owner, then what is late, then what only wants a look.
 */
export const ACTION_KINDS = [
  'account-parked',
  'refund-in-doubt',
  'payment-in-doubt',
  'refund-failed',
  'payment-failed',
  'instalment-failed',
  'payment-returned',
  'processing-long',
  'refund-in-progress',
  'payment-in-progress',
  'approval-waiting',
  'approval-granted',
  'refund-to-issue',
  'refund-to-begin',
  'refund-excess',
  'walk-in-money-back',
  'sale-parked',
  'instalment-overdue',
  'instalment-due',
  'card-expiring',
  'unreconciled',
  'till-difference',
  'batch-difference',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

const FOR_A_LOOK: ReadonlySet<ActionKind> = new Set(['instalment-due', 'card-expiring', 'unreconciled']);

/** Whether a row of the kind waits for somebody now; the others only want a look when there is time. */
export function isUrgent(kind: ActionKind): boolean {
  return !FOR_A_LOOK.has(kind);
}

/** What can be done about a row, the most useful first; each names a command, or the screen where it goes on. */
export const ACTION_DEEDS = [
  'answer',
  'retry',
  'other-method',
  'change-method',
  'refund-offline',
  'settle',
  'approve',
  'issue',
  'give-back',
  'resume-sale',
  'take-payment',
  'reconcile',
  'review',
  'open-account',
  'dismiss',
] as const;
export type ActionDeed = (typeof ACTION_DEEDS)[number];

/** `resolved-elsewhere`: what it asked for was paid another way; shown for a day, nothing is left to do. */
export const ACTION_STATES = ['open', 'resolved-elsewhere'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/**
 * Whether a bank takes longer than it should over a charge or a refund: a card answers the same day, a debit of a bank
 * account within the business days that it needs to settle. Dates are local.
 */
export function isProcessingLong(given: {
  savedKind: SavedMethodKind;
  sentOn: string;
  today: string;
}): boolean {
  const { savedKind, sentOn, today } = given;
  return savedKind === 'bank'
    ? businessDaysBetween(sentOn, today) > ECHECK_SETTLES_AFTER_BUSINESS_DAYS
    : daysBetween(sentOn, today) >= 1;
}
