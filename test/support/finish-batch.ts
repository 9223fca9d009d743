import { setImmediate as turn } from 'node:timers/promises';
import type { Outcome } from '../../electron/host/call.ts';
import type { OutputOf } from '../../shared/contract/contract.ts';
import type { TestService } from './test-service.ts';

/** Looks at a batch until it ends; it runs by itself, one account at a time. */
export async function finishBatch(desk: TestService, batchId: number): Promise<OutputOf<'bulk.read'>> {
  for (;;) {
    const batch = await desk.call('bulk.read', { batchId });
    if (batch.state !== 'running') return batch;
    await turn();
  }
}

/** The outcome of a call, completed with what became of the batch it started. */
export async function withBatch(desk: TestService, operation: string, sent: Outcome): Promise<Outcome> {
  if (!sent.ok || (operation !== 'bulk.run' && operation !== 'bulk.reverse')) return sent;
  const started = sent.value as OutputOf<'bulk.run'>;
  return { ok: true, value: { ...started, ...(await finishBatch(desk, started.batchId)) } };
}
