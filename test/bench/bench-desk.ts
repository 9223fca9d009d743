import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
export async function openBenchDesk(): Promise<BenchDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-bench-'));
  const path = join(folder, 'ledger.guichet');
  const service = await createService({
    path,
    secrets: BENCH_SECRETS,
    pinCost: 2 ** 10,
    verifyInBackground: false,
  });
  let session: string | undefined;
  const call: BenchDesk['call'] = async (operation, input) => {
    const outcome = await service.call({ operation, input, key: randomUUID(), session });
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
  session = (await call('staff.signIn', { staffId, pin: PIN })).session;
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
