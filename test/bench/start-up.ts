import { createService } from '../../electron/service.ts';
import { BENCH_SECRETS, furnish, openBenchDesk } from './bench-desk.ts';
import { percentile } from './ratio.ts';

const INVOICES = Number(process.env.BENCH_INVOICES ?? 100_000);
const ROUNDS = 15;

/** From opening the ledger to the first answer a screen asks for: an empty ledger beside one of 100,000 invoices. */
export async function benchStartUp(): Promise<void> {
  const empty = await openBenchDesk();
  await furnish(empty);
  await empty.close();
  const full = await openBenchDesk();
  const sale = await furnish(full);
  for (let count = 0; count < INVOICES; count += 1) await full.call('invoice.issue', sale);
  await full.close();

  const { firstMs, secondMs } = await measureFirstAnswers(empty.path, full.path);
  console.log(
    `start to first answer: ${firstMs.toFixed(1)} ms empty, ${secondMs.toFixed(1)} ms with ${INVOICES} invoices, ` +
      `ratio ${(secondMs / firstMs).toFixed(2)}`,
  );
  await empty.remove();
  await full.remove();
}

/** The close of each service is not part of the start: only the time to the answer is kept. */
async function measureFirstAnswers(emptyPath: string, fullPath: string) {
  const times: Record<string, number[]> = { [emptyPath]: [], [fullPath]: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const path of [emptyPath, fullPath]) {
      const began = performance.now();
      const service = await createService({ path, secrets: BENCH_SECRETS, pinCost: 2 ** 10 });
      await service.call({ operation: 'organisation.read', input: {} });
      times[path]?.push(performance.now() - began);
      await service.close();
    }
  return {
    firstMs: percentile(times[emptyPath] ?? [], 0.5),
    secondMs: percentile(times[fullPath] ?? [], 0.5),
  };
}
