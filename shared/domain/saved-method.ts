import type { CardStatus } from './tender.ts';

/** What a client lets the organisation charge: a card or a bank account, kept as the processor's token only (domain.md B23). */
export type SavedMethodKind = 'card' | 'bank';
export type SavedMethodState = 'valid' | 'invalid' | 'expired' | 'closed' | 'withdrawn';

/** A mark may be corrected; what the client withdrew is authorised anew only as another saved method. */
export const SAVED_METHOD_EDGES: Readonly<Record<SavedMethodState, readonly SavedMethodState[]>> = {
  valid: ['invalid', 'expired', 'closed', 'withdrawn'],
  invalid: ['valid', 'expired', 'closed', 'withdrawn'],
  expired: ['valid', 'invalid', 'closed', 'withdrawn'],
  closed: ['valid', 'withdrawn'],
  withdrawn: [],
};

/** How a saved method stands on a day: a valid card whose month is over is expired, whoever has noticed. */
export function savedMethodStatus(
  method: { state: SavedMethodState; expiresOn: string | null },
  localDate: string,
): SavedMethodState {
  return method.state === 'valid' && isPast(method.expiresOn, localDate) ? 'expired' : method.state;
}

/**
 * How the card itself stands for a refund (settled.md 16): a withdrawn authorisation forbids charges, but the card that
 * paid still takes its money back.
 */
export function cardStatusOf(
  method: { state: SavedMethodState; expiresOn: string | null },
  localDate: string,
): CardStatus {
  const { state, expiresOn } = method;
  if (state !== 'valid' && state !== 'withdrawn') return state;
  return isPast(expiresOn, localDate) ? 'expired' : 'valid';
}

/** `expiresOn` is YYYY-MM, good to the end of that month; null for a bank account. */
function isPast(expiresOn: string | null, localDate: string): boolean {
  return expiresOn !== null && expiresOn < localDate.slice(0, 7);
}
