import { createGuichetClient, type Transport } from '../../shared/contract/guichet-client.ts';
import { loopbackTransport } from './loopback-transport.ts';
import { readStoredSession } from './session-token.ts';

declare global {
  interface Window {
    /** Electron's bridge; absent in a browser. */
    readonly guichet?: Transport;
  }
}

/** The one way from the screens to the service. */
export const guichet = createGuichetClient(
  window.guichet ?? loopbackTransport(),
  () => readStoredSession()?.session,
);
