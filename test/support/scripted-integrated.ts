import { setImmediate as turn } from 'node:timers/promises';
import type { Outcome } from '../../electron/host/call.ts';
import type { DeviceAttempt, TerminalOutcome } from '../../electron/terminal/terminal-device.ts';
import { DECLINED, reply, ScriptedDevice, UNKNOWN } from './scripted-device.ts';
import type { TerminalAnswer } from './scripted-terminal.ts';
import type { StaffRole, TestService } from './test-service.ts';

/** The integrated terminals of a scenario: each message, and each question about it, takes the next scripted answer. */
export class ScriptedIntegrated {
  readonly device = new ScriptedDevice();
  /** What comes next, shared with the scenario's stand-alone terminals. */
  readonly answers: TerminalAnswer[] = [];
  #waits: (() => void)[] = [];

  constructor() {
    const take = (attempt: DeviceAttempt) => outcomeOf(this.answers.shift(), attempt);
    this.device.onPerform = take;
    this.device.onStatus = take;
  }

  /** A question is asked when an answer is scripted for it, however long that would take. */
  readonly wait = (_waitMs: number, signal: AbortSignal) =>
    new Promise<void>((go, stop) => {
      if (signal.aborted) stop(signal.reason);
      signal.addEventListener('abort', () => stop(signal.reason));
      this.#waits.push(go);
    });

  /** Lets the terminals answer until nothing is left that a scripted answer could move. */
  async settle(desk: TestService): Promise<void> {
    for (;;) {
      await turn();
      const states = await readStates(desk);
      if (states.length === 0) return;
      if (states.some((state) => state === 'prepared' || state === 'sent')) continue;
      if (this.answers.length === 0) return;
      for (const go of this.#waits.splice(0, 1)) go();
    }
  }

  /** A call's own answer, completed with what became of its attempt on an integrated terminal. */
  async complete(desk: TestService, role: StaffRole, outcome: Outcome): Promise<Outcome> {
    await this.settle(desk);
    if (!outcome.ok) return outcome;
    const value = outcome.value as Record<string, unknown>;
    if (typeof value.refundId === 'number' && value.state === 'prepared') {
      const refund = await desk.call('refund.read', { refundId: value.refundId }, { as: role });
      if (refund.attempts.at(-1)?.driver !== 'nexo') return outcome;
      const { state, number, refundedMinor } = refund;
      return { ok: true, value: { ...value, state, number, refundedMinor, ...attemptState(refund) } };
    }
    if (typeof value.saleId === 'number' && value.state === 'in-progress') {
      const sale = await desk.call('sale.read', { saleId: value.saleId }, { as: role });
      if (sale.attempts.at(-1)?.driver !== 'nexo') return outcome;
      return { ok: true, value: { ...value, state: sale.state, ...attemptState(sale) } };
    }
    return outcome;
  }
}

const attemptState = ({ attempts }: { attempts: readonly { state: string }[] }) => ({
  attemptState: attempts.at(-1)?.state ?? null,
});

async function readStates(desk: TestService): Promise<string[]> {
  const rows = await desk
    .service()
    .ledger()
    .read(
      (db) => db.all<{ state: string }>`
      SELECT state FROM attempt WHERE driver = 'nexo' AND state IN ('prepared', 'sent', 'unknown', 'resolving')`,
    );
  return rows.map(({ state }) => state);
}

/** What a scripted answer is to the program; no answer at all when the script is at its end. */
function outcomeOf(answer: TerminalAnswer | undefined, attempt: DeviceAttempt): TerminalOutcome {
  switch (answer?.answer) {
    case 'approved': {
      const authorizedMinor = answer.amountMinor ?? attempt.amountMinor;
      const told = reply({
        authorizedMinor,
        approvalCode: answer.code ?? '07A31C',
        last4: answer.last4 ?? '4417',
        brand: answer.brand ?? 'visa',
      });
      if (authorizedMinor > attempt.amountMinor)
        return { kind: 'conflict', reason: 'amount-above', reply: told };
      return { kind: 'approved', authorizedMinor, reply: told };
    }
    case 'other-currency':
      return {
        kind: 'conflict',
        reason: 'currency',
        reply: reply({ authorizedMinor: attempt.amountMinor, currency: 'USD' }),
      };
    case 'declined':
      return DECLINED;
    case 'cancelled':
      return { kind: 'cancelled', reply: reply({ result: 'failure', errorCondition: 'Cancel' }) };
    case 'busy':
    case 'unreachable':
      return { kind: 'not-sent', reason: answer.answer, isIncident: false, reply: null };
    case 'in-progress':
    case 'not-found':
      return { kind: answer.answer };
    default:
      return UNKNOWN;
  }
}
