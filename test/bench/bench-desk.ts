import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../electron/ledger/ledger.ts';
import { createService, type GuichetService } from '../../electron/service.ts';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';

const PIN = '284915';
export const BENCH_SECRETS = {
  read: async () => new Uint8Array(32).fill(7),
  write: async () => {},
  replace: async () => {},
  remove: async () => {},
};

export interface BenchDesk {
  service: GuichetService;
  path: string;
  call<N extends OperationName>(operation: N, input: InputOf<N>): Promise<OutputOf<N>>;
  close(): Promise<void>;
  remove(): Promise<void>;
}

/** A set-up desk on a real file with an open till, as a counter has it. */
export async function openBenchDesk(clock?: Clock): Promise<BenchDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-bench-'));
  const path = join(folder, 'ledger.guichet');
  const service = await createService({
    path,
    secrets: BENCH_SECRETS,
    pinCost: 2 ** 10,
    ...(clock ? { clock } : {}),
    verifyInBackground: false,
  });
  let session: string | undefined;
  const call: BenchDesk['call'] = async (operation, input) => {
    const send = () => service.call({ operation, input, key: randomUUID(), session });
    let outcome = await send();
    // A clock that runs through a year passes the end of many sign-ins
    if (!outcome.ok && outcome.failure.code === 'not-signed-in' && session !== undefined) {
      await signIn();
      outcome = await send();
    }
    if (!outcome.ok) throw new Error(`${operation}: ${JSON.stringify(outcome.failure)}`);
    return outcome.value as never;
  };
  const { staffId } = await call('organisation.setUp', {
    name: 'Centre',
    gstNumber: '1 RT0001',
    qstNumber: '1 TQ0001',
    language: 'fr',
    administrator: { name: 'Bench', pin: PIN },
    terminalName: 'T1',
  });
  const signIn = async () => {
    const signedIn = await service.call({ operation: 'staff.signIn', input: { staffId, pin: PIN } });
    if (!signedIn.ok) throw new Error('the bench could not sign in');
    session = (signedIn.value as OutputOf<'staff.signIn'>).session;
  };
  await signIn();
  await call('till.open', { floatMinor: 20_000 });
  return {
    service,
    path,
    call,
    close: () => service.close(),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A client and three products of two tax classes: the counter sale of the bench. */
export async function furnish(desk: BenchDesk): Promise<InputOf<'invoice.issue'>> {
  const { clientId } = await desk.call('client.open', { name: 'Desrosiers' });
  const products: number[] = [];
  for (const [code, priceMinor, taxClass] of [
    ['A', 1_999, 'taxable'],
    ['B', 495, 'taxable'],
    ['C', 14_000, 'exempt'],
  ] as const) {
    const input = {
      code,
      type: 'merchandise',
      nameFr: code,
      priceMinor,
      taxClass,
      ledgerCode: '4300',
    } as const;
    products.push((await desk.call('product.add', input)).productId);
  }
  return {
    clientId,
    items: products.map((productId) => ({ productId })),
    tenders: [{ method: 'cash', tenderedMinor: 20_000 }],
  };
}
