import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { AttemptState } from '../../../shared/domain/attempt.ts';
import { localDateOf } from '../../../shared/domain/local-time.ts';
import { causeOfRefund } from '../../../shared/domain/money-where.ts';

type Movement = OutputOf<'money.where'>['movements'][number];
type RefundRead = OutputOf<'refund.read'>;

/** "Visa •••• 4417", or null for what has no card. */
export function cardOf(brand: string | null, last4: string | null): string | null {
  return last4 === null ? null : [brand, `•••• ${last4}`].filter(Boolean).join(' ');
}

/** One refund as an answer to "where is the money?": its cause, what names it, and everything that happened. */
export function movementOfRefund(
  refund: RefundRead,
  known: { actionId: string | null; today: string; timeZone: string },
): Movement {
  const attempt = refund.attempts.at(-1);
  const proof = attempt?.evidence.at(-1);
  const paid = refund.lines.map((line) => line.origin).filter(({ cardLast4 }) => cardLast4 !== null);
  const last = refund.timeline.at(-1);
  const at = last?.at ?? refund.at;
  const localDate = localDateOf(at, known.timeZone);
  const takenLast4 = refund.destination === 'cheque' ? null : (proof?.last4 ?? null);
  const cause = causeOfRefund({
    state: refund.state,
    destination: refund.destination,
    attemptState: (attempt?.state as AttemptState | undefined) ?? null,
    isOnline:
      refund.destination !== 'cash' && refund.destination !== 'cheque' && refund.destination !== 'terminal',
    why: attempt?.terminalWhy ?? null,
    approvalState: refund.approval?.state ?? null,
    paidLast4: paid.flatMap(({ cardLast4 }) => (cardLast4 === null ? [] : [cardLast4])),
    takenLast4,
    doneDate: refund.state === 'done' ? localDate : null,
    today: known.today,
  });
  return {
    key: `refund-${refund.refundId}`,
    cause,
    amountMinor:
      refund.state === 'done'
        ? (refund.drawerMinor ?? refund.refundedMinor)
        : (refund.drawerMinor ?? refund.amountMinor),
    at,
    localDate,
    refundId: refund.refundId,
    memoId: null,
    paymentId: null,
    number: refund.number,
    card: takenLast4
      ? cardOf(proof?.brand ?? null, takenLast4)
      : cardOf(paid[0]?.cardBrand ?? null, paid[0]?.cardLast4 ?? null),
    terminalName: attempt?.terminalName ?? null,
    reference: proof?.approvalCode ?? null,
    chequeNumber: refund.destination === 'cheque' ? (proof?.slipNumber ?? null) : null,
    staffName: last?.staffName ?? refund.staffName,
    actionId: known.actionId,
    timeline: refund.timeline,
  };
}
