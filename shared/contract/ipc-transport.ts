import type { PushedEvent } from './pushed-event.ts';
import { type SentCall, type SentOutcome, type Transport, Unreachable } from './transport.ts';

/** What the preload puts on `window.guichet`. */
export interface Bridge {
  send(call: SentCall): Promise<SentOutcome>;
  listen(listener: (event: PushedEvent) => void): () => void;
}

/** Electron's bridge; a rejected message means that no answer came. */
export function ipcTransport(bridge: Bridge): Transport {
  return {
    async send(call) {
      try {
        return await bridge.send(call);
      } catch {
        throw new Unreachable();
      }
    },
    listen: (listener) => bridge.listen(listener),
  };
}
