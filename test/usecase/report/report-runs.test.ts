import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PushedEvent } from '../../../shared/contract/pushed-event.ts';
import { addProduct, openClient } from '../../support/goods.ts';
import { openTestService, type TestService } from '../../support/test-service.ts';

let folder: string;
let desk: TestService;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-report-'));
  desk = await openTestService({ path: join(folder, 'ledger.guichet') });
});

afterEach(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const TODAY = { fromDate: '2026-03-02', toDate: '2026-03-02' };

async function sell(count: number): Promise<void> {
  const { clientId } = await openClient(desk);
  const productId = await addProduct(desk, 10_000);
  for (let sale = 0; sale < count; sale += 1)
    await desk.call('invoice.issue', { clientId, items: [{ productId }] });
}

test('a report of a ledger file is worked out on its own thread and sees what is committed', async () => {
  await sell(2);
  const first = await desk.call('report.salesSummary', TODAY);
  expect(first).toMatchObject({ totals: { grossMinor: 20_000, totalMinor: 22_996 }, tiesOut: true });
  await sell(1);
  expect(await desk.call('report.salesSummary', TODAY)).toMatchObject({ totals: { grossMinor: 30_000 } });
});

test('a refusal crosses from the thread as it was thrown', async () => {
  const outcome = await desk.send('report.salesSummary', { fromDate: '2026-03-03', toDate: '2026-03-02' });
  expect(outcome).toEqual({
    ok: false,
    failure: { code: 'report-period', detail: { fromDate: '2026-03-03', toDate: '2026-03-02' } },
  });
});

test('a report tells how far it is, under its own run', async () => {
  await sell(1);
  const heard: PushedEvent[] = [];
  desk.service().subscribe((event) => heard.push(event));
  const runId = randomUUID();
  await desk.call('report.salesSummary', { ...TODAY, runId });
  expect(heard).toContainEqual({ type: 'report-progress', runId, done: 1, total: 1 });
});

test('whoever asked for a report stops it, nobody else does, and the next one works', async () => {
  await sell(1);
  const runId = randomUUID();
  const asked = desk.send('report.salesSummary', { ...TODAY, runId }, { as: 'founder' });
  expect(await desk.call('report.cancel', { runId }, { as: 'supervisor' })).toEqual({ stopped: false });
  expect(await desk.call('report.cancel', { runId }, { as: 'founder' })).toEqual({ stopped: true });
  expect(await asked).toEqual({ ok: false, failure: { code: 'report-stopped', detail: {} } });
  expect(await desk.call('report.cancel', { runId })).toEqual({ stopped: false });
  expect(await desk.call('report.salesSummary', TODAY)).toMatchObject({ totals: { grossMinor: 10_000 } });
});

test('six reports at once all answer, and a backup is restored under them', async () => {
  await sell(2);
  const backup = await desk.call('ledger.backup', {});
  const answers = await Promise.all(Array.from({ length: 6 }, () => desk.call('report.salesSummary', TODAY)));
  expect(answers.map(({ totals }) => totals.grossMinor)).toEqual(Array(6).fill(20_000));
  const running = desk.send('report.salesSummary', TODAY);
  await desk.call('ledger.restore', { fileName: backup.fileName });
  const outcome = await running;
  expect(outcome.ok || outcome.failure.code === 'report-stopped').toBe(true);
  expect(await desk.call('report.salesSummary', TODAY)).toMatchObject({ totals: { grossMinor: 20_000 } });
});

test('the service closes while a report runs', async () => {
  await sell(1);
  const running = desk.send('report.salesSummary', TODAY);
  await desk.call('staff.read', {}); // by now the report is on its thread
  await desk.restart();
  const outcome = await running;
  expect(outcome.ok || outcome.failure.code === 'report-stopped').toBe(true);
});
