import type { AttemptState, RefundState } from './attempt.ts';
import { daysBetween } from './local-time.ts';
import type { RefundDestination } from './refund-destination.ts';

/** Every answer to "where is the money?" that is told apart (domain.md B14), the most pressing first. */
export const MONEY_CAUSES = [
  'in-doubt',
  'funds-low',
  'card-expired',
  'failed-waiting',
  'approval-waiting',
  'approval-granted',
  'approval-ended',
  'processing',
  'in-progress',
  'cheque-to-issue',
  'part-to-begin',
  'echeck-unsettled',
  'card-unusable',
  'credit-only',
  'not-refundable',
  'not-done',
  'other-card',
  'bank-delay',
  'card-credited',
  'cheque-issued',
  'cash-given',
] as const;
export type MoneyCause = (typeof MONEY_CAUSES)[number];

/** Until this many days after a refund, the bank of the client may simply not show it yet. */
export const BANK_SHOWS_AFTER_DAYS = 10;

export interface RefundFacts {
  state: RefundState;
  destination: RefundDestination | 'echeck';
  /** Of its last try, if it had one. */
  attemptState: AttemptState | null;
  /** Whether the processor moves it, not a person at the desk. */
  isOnline: boolean;
  /** Why the processor said no, as it told it. */
  why: string | null;
  approvalState: string | null;
  /** Last 4 of the cards that paid, and of the card that took it back. */
  paidLast4: readonly string[];
  takenLast4: string | null;
  /** Local date on which it was done. */
  doneDate: string | null;
  today: string;
}

/** The gateway's own words for why it did not pay out. */
const FUNDS_LOW: ReadonlySet<string> = new Set(['balance-too-low', 'insufficient-funds']);
const CARD_GONE: ReadonlySet<string> = new Set(['expired-card', 'account-closed', 'method-invalid']);

/** Where the money of one refund is. */
export function causeOfRefund(facts: RefundFacts): MoneyCause {
  switch (facts.state) {
    case 'in-doubt':
      return 'in-doubt';
    case 'waiting':
      return facts.approvalState === 'granted' ? 'approval-granted' : 'approval-waiting';
    case 'to-begin':
      return 'part-to-begin';
    case 'to-issue':
      return 'cheque-to-issue';
    case 'in-progress':
      return facts.isOnline ? 'processing' : 'in-progress';
    case 'failed':
      return causeOfFailure(facts);
    case 'done':
      return causeOfDone(facts);
  }
}

function causeOfFailure(facts: RefundFacts): MoneyCause {
  if (facts.attemptState === null) return 'approval-ended';
  if (!facts.isOnline) return 'not-done';
  if (facts.why !== null && FUNDS_LOW.has(facts.why)) return 'funds-low';
  return facts.why !== null && CARD_GONE.has(facts.why) ? 'card-expired' : 'failed-waiting';
}

function causeOfDone(facts: RefundFacts): MoneyCause {
  if (facts.destination === 'cash') return 'cash-given';
  if (facts.destination === 'cheque') return 'cheque-issued';
  const { takenLast4, paidLast4 } = facts;
  if (takenLast4 !== null && paidLast4.length > 0 && !paidLast4.includes(takenLast4)) return 'other-card';
  const days = facts.doneDate === null ? 0 : daysBetween(facts.doneDate, facts.today);
  return days <= BANK_SHOWS_AFTER_DAYS ? 'bank-delay' : 'card-credited';
}

export interface CreditFacts {
  /** The most of it that could go back now, in cents. */
  maximumMinor: number;
  /** Why not more, as `refund.plan` says it. */
  why: string | null;
  origins: readonly { method: string; cardStatus: string | null; isSettled: boolean }[];
}

/** Where the money of an open credit or deposit is, that no refund has taken up. */
export function causeOfCredit(facts: CreditFacts): MoneyCause {
  if (facts.origins.some(({ method, isSettled }) => method === 'echeck' && !isSettled))
    return 'echeck-unsettled';
  if (facts.maximumMinor === 0) return 'not-refundable';
  const isUnusable = ({ method, cardStatus }: CreditFacts['origins'][number]) =>
    method === 'online-card' && cardStatus !== null && cardStatus !== 'valid';
  return facts.origins.some(isUnusable) ? 'card-unusable' : 'credit-only';
}
