import { setTimeout as delay } from 'node:timers/promises';
import { type ServedSimulator, serveSimulator } from '../../electron/gateway/simulator/serve-simulator.ts';
import type { Script } from '../../electron/gateway/simulator/simulated-world.ts';
import { type AttemptState, isFinal } from '../../shared/domain/attempt.ts';
import { openClient } from './goods.ts';
import { memorySecrets } from './memory-secrets.ts';
import { openTestService, type TestService, type TestServiceOptions } from './test-service.ts';

export const GATEWAY_KEY = 'rk_test_guichet0123456789';

/** A desk with the simulated processor behind it, over HTTP; questions follow each other without waiting. */
export interface GatewayDesk {
  readonly desk: TestService;
  readonly simulator: ServedSimulator;
  /** What the next charges and refunds come to. */
  script(...scripts: Script[]): void;
  /** Waits until the attempt has an outcome, or says that it settles by itself, or waits for a person. */
  settled(attemptId: number): Promise<string>;
  stateOf(attemptId: number): Promise<AttemptState>;
  close(): Promise<void>;
}

export async function openGatewayDesk(options: TestServiceOptions = {}): Promise<GatewayDesk> {
  const clock: { now?: () => Date } = {};
  const simulator = await serveSimulator({ now: () => (clock.now?.() ?? new Date()).getTime() });
  const desk = await openTestService({
    secrets: memorySecrets(),
    gatewayTimeoutMs: 1500,
    waitForTerminal: (_waitMs, signal) => delay(3, undefined, { signal }),
    ...options,
  });
  clock.now = () => desk.clock.now();
  await desk.call('gateway.change', { kind: 'simulator', address: simulator.address });
  await desk.call('gateway.keepKey', { key: GATEWAY_KEY });
  const stateOf = async (attemptId: number) => {
    const row = await desk
      .service()
      .ledger()
      .read((db) => db.get<{ state: AttemptState }>`SELECT state FROM attempt WHERE id = ${attemptId}`);
    if (!row) throw new Error(`no attempt ${attemptId}`);
    return row.state;
  };
  return {
    desk,
    simulator,
    script: (...scripts) => {
      simulator.world.scripts.push(...scripts);
    },
    stateOf,
    settled: async (attemptId) => {
      for (let round = 0; round < 2000; round += 1) {
        const state = await stateOf(attemptId);
        if (isFinal(state) || ['resolving', 'needs-operator', 'conflict'].includes(state)) return state;
        await delay(3);
      }
      throw new Error(`attempt ${attemptId} is still ${await stateOf(attemptId)}`);
    },
    close: async () => {
      await desk.close();
      await simulator.close();
    },
  };
}

let tokens = 0;

/** A client with one saved card, or a bank account. */
export async function clientWithMethod(
  { desk }: GatewayDesk,
  how: { token?: string; kind?: 'card' | 'bank'; expiresOn?: string; clientId?: number } = {},
) {
  tokens += 1;
  const kind = how.kind ?? 'card';
  const clientId = how.clientId ?? (await openClient(desk)).clientId;
  const { savedMethodId } = await desk.call('savedMethod.add', {
    clientId,
    kind,
    token: how.token ?? `pm_card_visa_${tokens}`,
    brand: kind === 'card' ? 'visa' : 'Caisse Desjardins',
    last4: '4242',
    ...(kind === 'card' ? { expiresOn: how.expiresOn ?? '2028-12' } : {}),
  });
  return { clientId, savedMethodId };
}
