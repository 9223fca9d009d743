import { setTimeout as delay } from 'node:timers/promises';
import { keepGatewayKey } from '../../electron/gateway/gateway-secret.ts';
import { createService, type GuichetService } from '../../electron/service.ts';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';
import { GATEWAY_KEY } from './gateway-desk.ts';
import { DESK_AT, DESK_PIN } from './honest-clerk.ts';

export const GATEWAY_TRIAL_MINOR = 2500;

/** One command that moves 25.00 through the gateway, whatever happens to the machine. */
export interface GatewayTrial {
  readonly ledgerPath: string;
  readonly staffId: number;
  readonly clientId: number;
  readonly savedMethodId: number;
  readonly kind: 'charge' | 'refund';
}

const POLL_MS = 2;
const TIMEOUT_MS = 600;
const QUIET_TURNS = 3000;

/** A desk on the trial's ledger, with the gateway's key in its store. */
export class GatewayClerk {
  readonly service: GuichetService;
  readonly #trial: GatewayTrial;
  #session: string | undefined;

  private constructor(service: GuichetService, trial: GatewayTrial) {
    this.service = service;
    this.#trial = trial;
  }

  static async open(trial: GatewayTrial, probe: (point: string) => void): Promise<GatewayClerk> {
    const kept = new Map<string, Uint8Array>([['pin-pepper', new Uint8Array(32).fill(7)]]);
    const secrets = {
      read: async (name: string) => kept.get(name),
      write: async () => {},
      replace: async (name: string, secret: Uint8Array) => {
        kept.set(name, secret);
      },
      remove: async () => {},
    };
    await keepGatewayKey(secrets, GATEWAY_KEY);
    const service = await createService({
      path: trial.ledgerPath,
      clock: { now: () => new Date(DESK_AT) },
      pinCost: 2 ** 10,
      secrets,
      probe,
      verifyInBackground: false,
      printerOf: () => null,
      gatewayTimeoutMs: TIMEOUT_MS,
      logIncident: () => {},
      waitForTerminal: (_waitMs, signal) => delay(POLL_MS, undefined, { signal }),
    });
    return new GatewayClerk(service, trial);
  }

  async signIn(): Promise<void> {
    const { staffId } = this.#trial;
    const outcome = await this.service.call({ operation: 'staff.signIn', input: { staffId, pin: DESK_PIN } });
    if (!outcome.ok) throw new Error(`staff.signIn: ${JSON.stringify(outcome.failure)}`);
    this.#session = (outcome.value as OutputOf<'staff.signIn'>).session;
  }

  /** Sends the trial's command, always under the same key, and waits until nothing moves by itself any more. */
  async run(key = 'trial-key'): Promise<void> {
    const { kind, clientId, savedMethodId } = this.#trial;
    const amountMinor = GATEWAY_TRIAL_MINOR;
    if (kind === 'charge')
      await this.#call(key, 'payment.take', {
        clientId,
        tenders: [{ method: 'online-card', amountMinor, savedMethodId }],
        restAsDeposit: true,
      });
    else
      await this.#call(key, 'refund.issue', {
        clientId,
        amountMinor,
        destination: 'online-card',
        reason: 'essai',
      });
    await this.quiet();
  }

  async quiet(): Promise<void> {
    for (let turn = 0; turn < QUIET_TURNS; turn += 1) {
      const open = await this.service.ledger().read(
        (db) => db.get<{ count: number }>`
            SELECT count(*) AS count FROM attempt WHERE state IN ('prepared', 'sent', 'unknown')`,
      );
      if (open?.count === 0) return;
      await delay(POLL_MS);
    }
    throw new Error('an attempt never came to an end');
  }

  async #call<N extends OperationName>(key: string, operation: N, input: InputOf<N>): Promise<void> {
    const outcome = await this.service.call({ operation, input, session: this.#session, key });
    if (!outcome.ok) throw new Error(`${operation}: ${JSON.stringify(outcome.failure)}`);
  }
}
