import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import type { InputOf } from '../../shared/contract/contract.ts';
import { type BenchDesk, furnish, openBenchDesk } from './bench-desk.ts';
import { percentile } from './ratio.ts';

const INVOICES = Number(process.env.BENCH_INVOICES ?? 100_000);
const FIRST_SHARE = 10;
const ROUNDS = 7;
const YEAR = { fromDate: '2026-01-01', toDate: '2026-12-31' };
const STEP_MS = Math.floor((364 * 86_400_000) / INVOICES);
const WORST_RATIO = 3;
const WORST_DELAY_MS = 20;

/**
 * The sales summary of a year beside the bare SQL aggregates of the same rows (items, credits and journal lines), at a
 * tenth of the invoices and at all of them; and how long the thread that serves the counter was held up meanwhile.
 */
export async function benchReport(): Promise<void> {
  let now = Date.parse('2026-01-01T15:00:00.000Z');
  const desk = await openBenchDesk({ now: () => new Date(now) });
  const sale = await furnish(desk);
  const sell = async (count: number) => {
    for (let sold = 0; sold < count; sold += 1) {
      now += STEP_MS;
      await desk.call('invoice.issue', sale);
    }
  };
  const first = Math.floor(INVOICES / FIRST_SHARE);
  await sell(first);
  const few = await measure(desk, first);
  await sell(INVOICES - first);
  const all = await measure(desk, INVOICES);
  const growth = all.reportMs / few.reportMs;
  console.log(`  ${FIRST_SHARE} times the invoices take ${growth.toFixed(1)} times as long`);
  await desk.close();
  await desk.remove();
  const isBad =
    all.reportMs > all.bareMs * WORST_RATIO || all.delayMs >= WORST_DELAY_MS || growth > FIRST_SHARE;
  if (isBad) process.exitCode = 1;
}

async function measure(desk: BenchDesk, invoices: number) {
  const times: [report: number[], bare: number[]] = [[], []];
  const database = new Database(desk.path, { readonly: true });
  const input: InputOf<'report.salesSummary'> = YEAR;
  const { totals } = await desk.call('report.salesSummary', input);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  for (let round = 0; round < ROUNDS; round += 1) {
    delay.enable();
    let began = performance.now();
    await desk.call('report.salesSummary', input);
    times[0].push(performance.now() - began);
    delay.disable();
    began = performance.now();
    const grossMinor = bareAggregates(database);
    times[1].push(performance.now() - began);
    if (grossMinor !== totals.grossMinor) throw new Error(`${grossMinor} is not ${totals.grossMinor}`);
  }
  database.close();
  const reportMs = percentile(times[0], 0.5);
  const bareMs = percentile(times[1], 0.5);
  const delayMs = delay.percentile(99) / 1e6;
  console.log(
    `sales summary of a year, ${invoices} invoices: ${reportMs.toFixed(0)} ms, bare SQL ${bareMs.toFixed(0)} ms, ` +
      `ratio ${(reportMs / bareMs).toFixed(2)}; main thread held up p99 ${delayMs.toFixed(1)} ms`,
  );
  return { reportMs, bareMs, delayMs };
}

/** The same rows added up with one plain statement each; the gross, in cents. */
function bareAggregates(database: Database.Database): number {
  const sold = database
    .prepare<[string, string], { gross: number }>(
      `SELECT item.product_type, item.product_id, sum(item.quantity), sum(item.gross_minor) AS gross,
        sum(item.net_minor), sum(item.gst_minor), sum(item.qst_minor)
      FROM invoice JOIN invoice_item item ON item.invoice_id = invoice.id
      WHERE invoice.local_date BETWEEN ? AND ? GROUP BY item.product_type, item.product_id`,
    )
    .all(YEAR.fromDate, YEAR.toDate);
  database
    .prepare(
      `SELECT line.item_id, sum(line.net_minor), sum(line.gst_minor), sum(line.qst_minor)
      FROM credit_memo memo JOIN credit_memo_line line ON line.memo_id = memo.id
      WHERE memo.local_date BETWEEN ? AND ? GROUP BY line.item_id`,
    )
    .all(YEAR.fromDate, YEAR.toDate);
  database
    .prepare(
      `SELECT line.account, sum(line.amount_minor) FROM journal_entry entry
      JOIN journal_line line ON line.entry_id = entry.id
      WHERE entry.local_date BETWEEN ? AND ? AND entry.document_kind IN ('invoice', 'credit_memo')
      GROUP BY line.account`,
    )
    .all(YEAR.fromDate, YEAR.toDate);
  return sold.reduce((sum, { gross }) => sum + gross, 0);
}
