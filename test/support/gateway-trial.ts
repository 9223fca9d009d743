import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { serveSimulator } from '../../electron/gateway/simulator/serve-simulator.ts';
import type { Script } from '../../electron/gateway/simulator/simulated-world.ts';
import { GATEWAY_KEY } from './gateway-desk.ts';
import { openClient } from './goods.ts';
import { memorySecrets } from './memory-secrets.ts';
import { openTestService, type TestService } from './test-service.ts';

/** What the processor and the network do wrong, by name. */
export const GATEWAY_FAULTS: readonly { name: string; script: Script }[] = [
  { name: 'answers', script: {} },
  { name: 'declines', script: { declined: 'card_declined' } },
  { name: 'never hears', script: { timeout: true } },
  { name: 'does it, answer lost', script: { timeout: true, lost: 'after' } },
  { name: 'breaks before', script: { error: true } },
  { name: 'breaks after', script: { error: true, lost: 'after' } },
  { name: 'is too busy', script: { rate_limited: true } },
  { name: 'answers unreadably', script: { malformed: true } },
  { name: 'answers about another', script: { other_id: true } },
];

class Dead extends Error {}

const AMOUNT_MINOR = 2500;
/** What a program that dies in the middle never gets to do. */
const POINTS = /^(terminal|outcome|attempt|gateway|refund|commit|head):/;

/**
 * One charge, or one refund of it, with this fault, the program dying at its `step`th named point and, with `again`, once
 * more in the start after it. Throws unless what moved at the processor is what is posted or still open, each once.
 */
export async function runGatewayTrial(given: {
  what: 'charge' | 'refund';
  script: Script;
  step: number;
  again?: number;
}): Promise<{ died: boolean; state: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-gateway-'));
  const simulator = await serveSimulator({});
  let left = Number.POSITIVE_INFINITY;
  let isDead = false;
  const desk = await openTestService({
    path: join(folder, 'desk.guichet'),
    secrets: memorySecrets(),
    gatewayTimeoutMs: 1500,
    logIncident: () => {},
    waitForTerminal: (_waitMs, signal) => delay(2, undefined, { signal }),
    probe: (point) => {
      if (isDead) throw new Dead(point);
      if (!POINTS.test(point)) return;
      left -= 1;
      if (left > 0) return;
      isDead = true;
      throw new Dead(point);
    },
  });
  const start = async (next: number) => {
    await delay(10);
    isDead = false;
    left = Number.POSITIVE_INFINITY;
    await desk
      .service()
      .close()
      .catch(() => {});
    left = next;
    await desk.restart().catch(() => {});
  };
  try {
    await desk.call('gateway.change', { kind: 'simulator', address: simulator.address });
    await desk.call('gateway.keepKey', { key: GATEWAY_KEY });
    const { clientId } = await openClient(desk);
    const { savedMethodId } = await desk.call('savedMethod.add', {
      clientId,
      kind: 'card',
      token: 'pm_trial',
      brand: 'visa',
      last4: '4242',
      expiresOn: '2028-12',
    });
    const charge = {
      clientId,
      tenders: [{ method: 'online-card', amountMinor: AMOUNT_MINOR, savedMethodId }],
      restAsDeposit: true,
    };
    if (given.what === 'refund') {
      await desk.send('payment.take', charge, { key: 'trial-base' });
      await quiet(desk);
    }
    simulator.world.scripts.push(given.script);
    left = given.step;
    const refund = { clientId, amountMinor: AMOUNT_MINOR, destination: 'online-card', reason: 'essai' };
    const [operation, input] =
      given.what === 'charge' ? (['payment.take', charge] as const) : (['refund.issue', refund] as const);
    await desk.send(operation, input, { key: 'trial-key' });
    for (let turn = 0; turn < 40 && !isDead && !(await isQuiet(desk)); turn += 1) await delay(10);
    const died = isDead;
    if (died) {
      await start(given.again ?? Number.POSITIVE_INFINITY);
      for (let turn = 0; turn < 10 && !isDead; turn += 1) await delay(4);
      if (isDead) await start(Number.POSITIVE_INFINITY);
    }
    left = Number.POSITIVE_INFINITY;
    await quiet(desk);
    return { died, state: await check(desk, simulator.world.moved, given) };
  } finally {
    left = Number.POSITIVE_INFINITY;
    isDead = false;
    await desk.close().catch(() => {});
    await simulator.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function isQuiet(desk: TestService): Promise<boolean> {
  const row = await desk
    .service()
    .ledger()
    .read(
      (db) => db.get<{ count: number }>`
        SELECT count(*) AS count FROM attempt WHERE state IN ('prepared', 'sent', 'unknown')`,
    )
    .catch(() => undefined);
  return row?.count === 0;
}

async function quiet(desk: TestService): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (await isQuiet(desk)) return;
    await delay(10);
  }
  throw new Error('an attempt never came to an end');
}

async function check(
  desk: TestService,
  moved: { chargedMinor: number; refundedMinor: number; charges: number; refunds: number },
  given: { what: string; script: Script; step: number },
): Promise<string> {
  const where = `${given.what} ${JSON.stringify(given.script)} at ${given.step}`;
  const problems = await desk.verify();
  if (problems.length > 0) throw new Error(`${where}: ${problems.join('; ')}`);
  const books = await desk
    .service()
    .ledger()
    .read(async (db) => ({
      charged: await db.get<{ sum: number }>`SELECT coalesce(sum(amount_minor), 0) AS sum FROM payment`,
      refunded: await db.get<{
        sum: number;
      }>`SELECT coalesce(sum(amount_minor), 0) AS sum FROM refund_outcome`,
      open: await db.get<{ count: number }>`SELECT count(*) AS count FROM attempt
        WHERE state IN ('resolving', 'needs-operator', 'conflict')`,
      last: await db.get<{ state: string }>`SELECT state FROM attempt ORDER BY id DESC LIMIT 1`,
    }));
  const openMinor = (books.open?.count ?? 0) * AMOUNT_MINOR;
  const lostMinor = moved.chargedMinor - (books.charged?.sum ?? 0) - openMinor;
  if (moved.charges > 1 || moved.refunds > 1) throw new Error(`${where}: moved twice`);
  if (lostMinor !== 0 && given.what === 'charge') throw new Error(`${where}: ${lostMinor} not in the books`);
  if (moved.refundedMinor !== (books.refunded?.sum ?? 0) && openMinor === 0)
    throw new Error(`${where}: refunded ${moved.refundedMinor}, posted ${books.refunded?.sum}`);
  return books.last?.state ?? 'never begun';
}
