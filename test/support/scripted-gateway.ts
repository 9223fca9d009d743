import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type ServedSimulator, serveSimulator } from '../../electron/gateway/simulator/serve-simulator.ts';
import type { Outcome } from '../../electron/host/call.ts';
import type { StaffRole, TestService } from './test-service.ts';

/**
 * What the gateway answers next, in the words of its published API; `settle` and `returned` are about what it has
 * accepted already: a debit or refund that ends now, an eCheck that its bank takes back.
 */
export const gatewayAnswer = z.union([
  z.strictObject({ approved: z.literal(true) }),
  z.strictObject({ declined: z.string() }),
  z.strictObject({ failed: z.string() }),
  z.strictObject({ processing: z.literal(true) }),
  z.strictObject({ requires_action: z.literal(true) }),
  z.strictObject({ rate_limited: z.literal(true) }),
  z.strictObject({ error: z.literal(true), lost: z.enum(['before', 'after']).optional() }),
  z.strictObject({ timeout: z.literal(true), lost: z.enum(['before', 'after']).optional() }),
  z.strictObject({ malformed: z.literal(true) }),
  z.strictObject({ other_id: z.literal(true) }),
  z.strictObject({ currency: z.string() }),
  z.strictObject({ settle: z.union([z.literal('succeeded'), z.string()]) }),
  z.strictObject({ returned: z.literal(true) }),
]);
export type GatewayAnswer = z.output<typeof gatewayAnswer>;

const KEY = 'rk_test_scenario0123456789';
const QUIET_TURNS = 2000;

/** The simulated processor of a scenario, reached over HTTP as any other; questions to it follow each other at once. */
export class ScriptedGateway {
  #simulator: ServedSimulator | null = null;
  #waiting: (() => void)[] = [];

  /** The service waits here before each question; `tick` lets them all go. */
  readonly wait = (_waitMs: number, signal: AbortSignal): Promise<unknown> =>
    new Promise((go, stop) => {
      if (signal.aborted) stop(signal.reason);
      signal.addEventListener('abort', () => stop(signal.reason), { once: true });
      this.#waiting.push(() => go(undefined));
    });

  async open(desk: TestService): Promise<void> {
    this.#simulator = await serveSimulator({ now: () => desk.clock.now().getTime() });
    await desk.call('gateway.change', { kind: 'simulator', address: this.#simulator.address });
    await desk.call('gateway.keepKey', { key: KEY });
  }

  async script(answers: readonly GatewayAnswer[]): Promise<void> {
    for (const answer of answers) {
      if ('settle' in answer)
        await this.#tell('settle', { succeeded: answer.settle === 'succeeded', code: answer.settle });
      else if ('returned' in answer) await this.#tell('return', {});
      else this.#simulator?.world.scripts.push('approved' in answer ? {} : answer);
    }
  }

  async #tell(what: string, body: object): Promise<void> {
    await fetch(`${this.#simulator?.address}/_world/${what}`, { method: 'POST', body: JSON.stringify(body) });
  }

  /** Lets the service ask about all that is open, until each has an answer or waits for another day or a person. */
  async settle(desk: TestService): Promise<void> {
    for (let turn = 0, quiet = 0; turn < QUIET_TURNS && quiet < 4; turn += 1) {
      const asked = this.#waiting.splice(0);
      for (const go of asked) go();
      await delay(3);
      const open = await desk
        .service()
        .ledger()
        .read(
          (db) => db.get<{ count: number }>`SELECT count(*) AS count FROM attempt
            WHERE driver = 'gateway' AND state IN ('prepared', 'sent', 'unknown')`,
        );
      const { isRunning } = await desk.call('instalment.progress', {});
      quiet = (open?.count ?? 0) === 0 && !isRunning ? quiet + 1 : 0;
    }
  }

  async close(): Promise<void> {
    await this.#simulator?.close();
  }
}

/** A call that left a charge or a refund with the gateway, completed with what became of it. */
export async function completeByGateway(
  desk: TestService,
  role: StaffRole,
  outcome: Outcome,
): Promise<Outcome> {
  if (!outcome.ok) return outcome;
  const value = outcome.value as Record<string, unknown>;
  if (value.state !== 'in-progress' && value.state !== 'prepared') return outcome;
  if (typeof value.refundId === 'number') {
    const refund = await desk.call('refund.read', { refundId: value.refundId }, { as: role });
    if (!refund.attempts.some(({ driver }) => driver === 'gateway')) return outcome;
    const { state, number, refundedMinor } = refund;
    return { ok: true, value: { ...value, state, number, refundedMinor } };
  }
  if (typeof value.saleId !== 'number') return outcome;
  const sale = await desk.call('sale.read', { saleId: value.saleId }, { as: role });
  const last = sale.attempts.at(-1);
  if (last?.driver !== 'gateway') return outcome;
  const done = sale.outcome?.state === 'done' ? sale.outcome : {};
  const attempt = { attemptState: last.state, why: last.terminalWhy };
  return { ok: true, value: { ...value, state: last.state, ...attempt, ...done } };
}
