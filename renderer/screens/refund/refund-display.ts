import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { Language } from '../../../shared/i18n/format.ts';
import { type DisplayView, displayOfAttempt } from '../../connection/customer-display.ts';

/** A refund as its customer sees it: what to do at the terminal, the cash handed over, and that it is done. */
export function displayOfRefund(refund: OutputOf<'refund.read'>, language: Language): DisplayView | null {
  const amountMinor = refund.drawerMinor ?? refund.amountMinor;
  if (refund.state === 'done') return { state: 'refunded', language, amountMinor };
  const attempt = refund.attempts.find((each) => each.attemptId === refund.openAttemptId);
  if (attempt?.driver === 'nexo') return displayOfAttempt(attempt, language);
  if (refund.state !== 'in-progress') return null;
  return refund.destination === 'cash'
    ? { state: 'hand-over', language, amountMinor }
    : { state: 'terminal', language, direction: 'out', amountMinor };
}
