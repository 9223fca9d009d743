import type { Call, Outcome, Service } from '../../electron/host/call.ts';
import type { PushedEvent } from '../../shared/contract/pushed-event.ts';

/** A service that only remembers what reached it, to test a host alone. */
export class RecordingService implements Service {
  readonly calls: Call[] = [];
  readonly listeners = new Set<(event: PushedEvent) => void>();
  answer: (call: Call) => Outcome | Promise<Outcome> = (call) => ({ ok: true, value: call.input });

  async call(call: Call): Promise<Outcome> {
    this.calls.push(call);
    return this.answer(call);
  }

  subscribe(listener: (event: PushedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  push(event: PushedEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  async close(): Promise<void> {}
}
