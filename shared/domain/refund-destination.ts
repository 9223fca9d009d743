import type { CardStatus, PaymentMethod } from './tender.ts';

/** Where money may physically go. "Account" is none of them: the memo or deposit simply stays open. */
export type RefundDestination = 'terminal' | 'cash' | 'cheque' | 'online-card' | 'echeck';

export const REFUND_DESTINATIONS: readonly RefundDestination[] = [
  'online-card',
  'terminal',
  'cash',
  'cheque',
  'echeck',
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
  'not-paid-by-echeck',
  'echeck-not-settled',
  'echeck-never-to-card',
  'account-not-valid',
] as const;
export type DestinationWhy = (typeof DESTINATION_WHYS)[number];

/** Why the desk, not the money, says no; worded beside the others. */
export type DeskWhy =
  | 'no-gateway'
  | 'no-gateway-key'
  | 'one-payment-at-a-time'
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
  /** Whole business days since an eCheck was paid by the bank. */
  settledBusinessDays?: number;
}

/** From then on the bank no longer takes an eCheck back without a dispute (settled.md 16). */
export const ECHECK_SETTLES_AFTER_BUSINESS_DAYS = 5;

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
 * Where money that came in one way may go back, the default first (settled.md 16). The four destinations of any
 * payment are listed, the closed ones with the reason; the bank account of an eCheck only for an eCheck. A reason never needs a supervisor below the clerk's limit. For a
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
    case 'echeck':
      return afterECheck(facts);
  }
}

function afterECheck({ cardStatus, settledBusinessDays = 0 }: OriginFacts): DestinationRule[] {
  const shutCards = [shut('terminal', 'echeck-never-to-card'), shut('online-card', 'echeck-never-to-card')];
  if (settledBusinessDays < ECHECK_SETTLES_AFTER_BUSINESS_DAYS)
    return [
      shut('echeck', 'echeck-not-settled'),
      shut('cheque', 'echeck-not-settled'),
      shut('cash', 'echeck-not-settled'),
      ...shutCards,
    ];
  const isOpen = (cardStatus ?? 'valid') === 'valid';
  return [
    isOpen ? open('echeck') : shut('echeck', 'account-not-valid'),
    open('cheque'),
    open('cash'),
    ...shutCards,
  ];
}

/** The rule for one destination. */
export function destinationRule(
  originMethod: PaymentMethod,
  destination: RefundDestination,
  facts: OriginFacts = {},
): DestinationRule {
  if (destination === 'echeck' && originMethod !== 'echeck') return shut('echeck', 'not-paid-by-echeck');
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
  if (destination === 'echeck') return shut('echeck', 'not-paid-by-echeck');
  if (originMethod === 'online-card') {
    return destination === 'cheque' ? open('cheque') : withReason(destination);
  }
  return destinationRule(originMethod, destination, facts);
}
