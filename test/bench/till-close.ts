import { furnish, openBenchDesk } from './bench-desk.ts';

const SALES = 2_000;
const PAY_INS = 997;
const SESSIONS = 3;
const LIMIT_MS = 200;

/** The Z close of a session with 5,000 movements: 1 float, 2,000 sales with change (2 each), 997 pay-ins, 2 drops. */
export async function benchTillClose(): Promise<void> {
  const desk = await openBenchDesk();
  const sale = await furnish(desk);
  const closes: number[] = [];
  for (let session = 0; session < SESSIONS; session += 1) {
    if (session > 0) await desk.call('till.open', { floatMinor: 20_000 });
    for (let count = 0; count < SALES; count += 1) await desk.call('invoice.issue', sale);
    for (let count = 0; count < PAY_INS; count += 1)
      await desk.call('till.payIn', { amountMinor: 5, reason: 'essai' });
    for (let count = 0; count < 2; count += 1) await desk.call('till.drop', { amountMinor: 5000 });
    await desk.call('till.end', {});
    const { events, session: read } = await desk.call('till.read', {});
    if (events.length !== 1 + 2 * SALES + PAY_INS + 2) throw new Error(`${events.length} movements`);
    await desk.call('till.count', { totalMinor: read?.expectedMinor ?? 0 });
    const startedAt = performance.now();
    await desk.call('till.close', {});
    closes.push(performance.now() - startedAt);
  }
  const worstMs = Math.max(...closes);
  console.log(
    `till close: ${closes.map((ms) => ms.toFixed(1)).join(', ')} ms for sessions of 5,000 movements ` +
      `(${worstMs < LIMIT_MS ? 'within' : 'ABOVE'} ${LIMIT_MS} ms)`,
  );
  await desk.close();
  await desk.remove();
  if (worstMs >= LIMIT_MS) process.exitCode = 1;
}
