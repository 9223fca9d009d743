import type { Outcome } from '../../electron/host/call.ts';
import type { StaffRole, TestService } from './test-service.ts';

/** Answers that only an integrated terminal can give: a stand-alone one is answered for by a person. */
export const INTEGRATED_ANSWERS = [
  'cancelled',
  'busy',
  'unreachable',
  'in-progress',
  'not-found',
  'other-currency',
] as const;

/** What a terminal will say next: a stand-alone one on a slip that the clerk types, an integrated one by itself. */
export interface TerminalAnswer {
  answer: 'approved' | 'declined' | 'not-done' | 'none' | (typeof INTEGRATED_ANSWERS)[number];
  code?: string;
  last4?: string;
  brand?: string;
  slipNumber?: string;
  /** What the slip shows, when it is not what was asked. */
  amountMinor?: number;
  overrideReason?: string;
}

interface Waiting {
  settle: 'refund.settle' | 'payment.settle';
  input: Record<string, number>;
  amountMinor: number;
}

let slips = 0;

/**
 * Answers the attempts a call left on a stand-alone terminal with the scripted slips, as the clerk would.
 * The result is the call's own, completed with what became of it.
 */
export async function answerAttempt(
  desk: TestService,
  role: StaffRole,
  sent: Outcome,
  answers: TerminalAnswer[],
): Promise<Outcome> {
  let outcome = sent;
  while (answers.length > 0) {
    const waiting = await readWaiting(desk, role, outcome);
    const next = waiting && answers.shift();
    if (!waiting || !next) return outcome;
    const settled = await desk.send(
      waiting.settle,
      { ...waiting.input, ...settlementOf(next, waiting) },
      { as: role },
    );
    if (!settled.ok) return settled;
    outcome = merge(outcome, settled);
  }
  return outcome;
}

async function readWaiting(
  desk: TestService,
  role: StaffRole,
  outcome: Outcome,
): Promise<Waiting | undefined> {
  if (!outcome.ok) return undefined;
  const value = outcome.value as Record<string, unknown>;
  if (typeof value.refundId === 'number' && (value.state === 'prepared' || value.state === 'in-progress')) {
    const refund = await desk.call('refund.read', { refundId: value.refundId }, { as: role });
    const open = refund.attempts.find((each) => each.attemptId === refund.openAttemptId);
    if (refund.destination !== 'terminal' || open?.driver !== 'standalone') return undefined;
    return { settle: 'refund.settle', input: { refundId: refund.refundId }, amountMinor: refund.amountMinor };
  }
  if (typeof value.saleId === 'number' && value.state === 'in-progress') {
    const sale = await desk.call('sale.read', { saleId: value.saleId }, { as: role });
    const attempt = sale.attempts.find((each) => each.attemptId === sale.openAttemptId);
    if (attempt?.driver !== 'standalone') return undefined;
    return {
      settle: 'payment.settle',
      input: { attemptId: attempt.attemptId },
      amountMinor: attempt.amountMinor,
    };
  }
  return undefined;
}

function settlementOf(next: TerminalAnswer, waiting: Waiting): Record<string, unknown> {
  if (next.answer === 'none') return { answer: 'unknown' };
  if (INTEGRATED_ANSWERS.some((each) => each === next.answer))
    throw new Error(`a stand-alone terminal cannot say ${next.answer}`);
  if (next.answer !== 'approved') return { answer: next.answer };
  slips += 1;
  const shown = next.amountMinor ?? waiting.amountMinor;
  return {
    answer: 'approved',
    evidence: {
      retypedMinor: shown,
      approvalCode: next.code ?? `A${String(slips).padStart(5, '0')}`,
      brand: next.brand ?? 'Visa',
      last4: next.last4 ?? '4417',
      slipNumber: next.slipNumber ?? String(slips),
    },
    ...(shown === waiting.amountMinor ? {} : { slipReallyShows: true }),
    ...(next.overrideReason ? { overrideReason: next.overrideReason } : {}),
  };
}

/** A settled sale answers with its outcome; a settled refund with its own state. */
function merge(first: Outcome, settled: Outcome): Outcome {
  if (!first.ok || !settled.ok) return settled;
  const before = first.value as Record<string, unknown>;
  const after = settled.value as Record<string, unknown>;
  const outcome = (after.outcome ?? {}) as Record<string, unknown>;
  const state = after.outcome === null ? { state: after.attemptState } : {};
  return { ok: true, value: { ...before, ...after, ...state, ...outcome } };
}
