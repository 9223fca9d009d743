import type { MovedMoney, TerminalScript } from '../../../shared/contract/virtual-terminal.ts';
import type { Wire } from './wire.ts';

/** What a terminal does with one card when nobody stands in front of it. */
export interface CardScript {
  /** When money moves, if it does. */
  readonly moves: 'at-once' | 'on-abort' | 'when-asked' | 'never';
  /** nexo's word for why nothing moves. */
  readonly condition?: string;
  /** Its answer never says what was asked; what moves is what it says. */
  readonly amountMinor?: (askedMinor: number) => number;
  readonly currency?: string;
  readonly isOtherDirection?: boolean;
  /** The approval does not say how much. */
  readonly hasNoAmount?: boolean;
  /** What becomes of the answer on its way. */
  readonly wire: Wire;
  /** Questions about it that get no answer before the truth is told. */
  readonly silentQuestions?: number;
  /** Questions about it that are answered "in progress" first. */
  readonly busyQuestions?: number;
  /** It does not remember it: whoever asks is told "not found". */
  readonly forgets?: boolean;
  /** The connection itself is refused: nothing of it is read. */
  readonly refusesConnection?: boolean;
}

const BY_PERSON: CardScript = { moves: 'at-once', wire: 'whole' };

/** What it does under this name; a person's card is an ordinary one. */
export function scriptOf(name: TerminalScript): CardScript {
  return name === 'person' ? BY_PERSON : CARD_SCRIPTS[name];
}

/** The faults of terminal.md §3.8 and reliability.md F10, each with what happened to the money behind it. */
export const CARD_SCRIPTS: Readonly<Record<Exclude<TerminalScript, 'person'>, CardScript>> = {
  approve: { moves: 'at-once', wire: 'whole' },
  decline: { moves: 'never', condition: 'Refusal', wire: 'whole' },
  cancel: { moves: 'never', condition: 'Cancel', wire: 'whole' },
  partial: { moves: 'at-once', amountMinor: (asked) => Math.ceil(asked / 2), wire: 'whole' },
  'more-than-asked': { moves: 'at-once', amountMinor: (asked) => asked + 900, wire: 'whole' },
  'other-currency': { moves: 'at-once', currency: 'USD', wire: 'whole' },
  'other-direction': { moves: 'at-once', isOtherDirection: true, wire: 'whole' },
  'no-amount': { moves: 'at-once', hasNoAmount: true, wire: 'whole' },
  'refuse-connection': { moves: 'never', wire: 'none', refusesConnection: true },
  'no-answer': { moves: 'at-once', wire: 'none' },
  'no-answer-nothing-moved': { moves: 'never', condition: 'Cancel', wire: 'none' },
  'answer-too-late': { moves: 'at-once', wire: 'late' },
  'answer-twice': { moves: 'at-once', wire: 'twice' },
  'reset-after-moving': { moves: 'at-once', wire: 'reset' },
  'reset-before-moving': { moves: 'never', condition: 'Cancel', wire: 'reset' },
  'half-open': { moves: 'at-once', wire: 'half-open' },
  'answer-cut': { moves: 'at-once', wire: 'cut' },
  'one-byte-at-a-time': { moves: 'at-once', wire: 'byte-by-byte' },
  'split-utf8': { moves: 'at-once', wire: 'split-utf8' },
  'endless-header': { moves: 'at-once', wire: 'endless-header' },
  garbage: { moves: 'at-once', wire: 'garbage' },
  zeros: { moves: 'at-once', wire: 'zeros' },
  'huge-length': { moves: 'at-once', wire: 'huge-length' },
  'http-error': { moves: 'at-once', wire: 'http-error' },
  redirect: { moves: 'at-once', wire: 'redirect' },
  'wrong-hmac': { moves: 'at-once', wire: 'wrong-hmac' },
  'wrong-service-id': { moves: 'at-once', wire: 'wrong-service-id' },
  'wrong-terminal': { moves: 'at-once', wire: 'wrong-terminal' },
  'another-answer': { moves: 'at-once', wire: 'another-answer' },
  rejected: { moves: 'never', wire: 'rejected', forgets: true },
  'logged-out': { moves: 'never', condition: 'LoggedOut', wire: 'whole' },
  busy: { moves: 'never', condition: 'Busy', wire: 'whole', forgets: true },
  'host-unreachable': { moves: 'never', condition: 'UnreachableHost', wire: 'whole' },
  'in-progress': { moves: 'when-asked', wire: 'reset', busyQuestions: 4 },
  'approve-after-abort': { moves: 'on-abort', wire: 'whole' },
  'cable-pulled': { moves: 'at-once', wire: 'reset', silentQuestions: 5 },
  'reboot-with-memory': { moves: 'at-once', wire: 'reset', silentQuestions: 2 },
  'reboot-without-memory': { moves: 'at-once', wire: 'reset', silentQuestions: 1, forgets: true },
  'reboot-before-moving': { moves: 'never', wire: 'reset', silentQuestions: 1, forgets: true },
};

/** What moves when this script approves what was asked; `count` numbers its approval codes. */
export function moneyMovedBy(
  script: CardScript,
  asked: Pick<MovedMoney, 'direction' | 'amountMinor'>,
  card: Pick<MovedMoney, 'brand' | 'last4'>,
  count: number,
): MovedMoney {
  const isOut = (asked.direction === 'out') !== (script.isOtherDirection ?? false);
  return {
    direction: isOut ? 'out' : 'in',
    amountMinor: script.amountMinor?.(asked.amountMinor) ?? asked.amountMinor,
    currency: script.currency ?? 'CAD',
    brand: card.brand,
    last4: card.last4,
    approvalCode: `V${String(count).padStart(5, '0')}`,
    at: new Date().toISOString(),
  };
}
