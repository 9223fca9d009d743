import type { CardStatus, PaymentMethod } from './tender.ts';

/** Where money may physically go. "Account" is none of them: the memo or deposit simply stays open. */
export type RefundDestination = 'terminal' | 'cash' | 'cheque' | 'online-card';

export const REFUND_DESTINATIONS: readonly RefundDestination[] = [
  'online-card',
  'terminal',
  'cash',
  'cheque',
];

/** Why a destination is closed, or what it asks for; worded in both catalogs. */
export const DESTINATION_WHYS = [
  'cash-never-to-card',
  'cheque-never-to-card',
  'terminal-not-online',
  'card-still-valid',
  'card-not-valid',
  'not-paid-by-card',
  'cheque-not-cleared',
  'card-cannot-be-used',
  'other-card-needs-reason',
] as const;
export type DestinationWhy = (typeof DESTINATION_WHYS)[number];

/** Why the desk, not the money, says no; worded beside the others. */
export type DeskWhy =
  | 'no-gateway'
  | 'no-cheque-list'
  | 'outcome-awaited'
  | 'receipt-needed'
  | 'too-small-for-cash';

export interface DestinationRule {
  destination: RefundDestination;
  allowed: boolean;
  needsReason: boolean;
  needsSupervisor: boolean;
  /** Null when there is nothing to say. */
  why: DestinationWhy | null;
}

export interface OriginFacts {
  /** Of an online card; absent counts as valid. */
  cardStatus?: CardStatus | null;
  /** Local days since the payment. */
  chequeAgeDays?: number;
}

/** From this age a cheque counts as cleared (settled.md 16). */
export const CHEQUE_CLEARS_AFTER_DAYS = 10;

function open(destination: RefundDestination): DestinationRule {
  return { destination, allowed: true, needsReason: false, needsSupervisor: false, why: null };
}

function withReason(
  destination: RefundDestination,
  why: DestinationWhy = 'card-cannot-be-used',
): DestinationRule {
  return { destination, allowed: true, needsReason: true, needsSupervisor: false, why };
}

function shut(destination: RefundDestination, why: DestinationWhy): DestinationRule {
  return { destination, allowed: false, needsReason: false, needsSupervisor: false, why };
}

function afterCheque(ageDays: number): DestinationRule {
  if (ageDays >= CHEQUE_CLEARS_AFTER_DAYS) return open('cash');
  return { ...open('cash'), needsSupervisor: true, why: 'cheque-not-cleared' };
}

/**
 * Where money that came in one way may go back, the default first (settled.md 16). All four destinations are
 * listed, the closed ones with the reason. A reason never needs a supervisor below the clerk's limit. For a
 * terminal card the reason is asked when the slip shows another card, which is only known afterwards.
 */
export function refundDestinations(originMethod: PaymentMethod, facts: OriginFacts = {}): DestinationRule[] {
  switch (originMethod) {
    case 'cash':
      return [
        open('cash'),
        open('cheque'),
        shut('terminal', 'cash-never-to-card'),
        shut('online-card', 'cash-never-to-card'),
      ];
    case 'cheque':
      return [
        open('cheque'),
        afterCheque(facts.chequeAgeDays ?? 0),
        shut('terminal', 'cheque-never-to-card'),
        shut('online-card', 'cheque-never-to-card'),
      ];
    case 'terminal':
      return [
        { ...open('terminal'), why: 'other-card-needs-reason' },
        withReason('cash'),
        withReason('cheque'),
        shut('online-card', 'terminal-not-online'),
      ];
    case 'online-card':
      return (facts.cardStatus ?? 'valid') === 'valid'
        ? [
            open('online-card'),
            shut('terminal', 'card-still-valid'),
            shut('cash', 'card-still-valid'),
            shut('cheque', 'card-still-valid'),
          ]
        : [withReason('terminal'), withReason('cash'), open('cheque'), shut('online-card', 'card-not-valid')];
  }
}

/** The rule for one destination. */
export function destinationRule(
  originMethod: PaymentMethod,
  destination: RefundDestination,
  facts: OriginFacts = {},
): DestinationRule {
  const rule = refundDestinations(originMethod, facts).find((each) => each.destination === destination);
  if (!rule) throw new Error(`no rule for ${destination}`);
  return rule;
}

/**
 * For credit that no single payment funds (manual, goodwill): a desk destination, never a saved online card
 * (settled.md 3), and never a card when the money behind it was cash or a cheque.
 */
export function unfundedDestinationRule(
  originMethod: PaymentMethod,
  destination: RefundDestination,
  facts: OriginFacts = {},
): DestinationRule {
  if (destination === 'online-card') return shut('online-card', 'not-paid-by-card');
  if (originMethod === 'online-card') {
    return destination === 'cheque' ? open('cheque') : withReason(destination);
  }
  return destinationRule(originMethod, destination, facts);
}
