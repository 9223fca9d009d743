import { type Bridge, ipcTransport } from './ipc-transport.ts';
import { loopbackTransport } from './loopback-transport.ts';
import type { Transport } from './transport.ts';

/** The transport of this page: Electron's bridge when the preload put it there, the loopback host otherwise. */
export function pageTransport(window: Window & { readonly guichet?: Bridge }): Transport {
  if (window.guichet) return ipcTransport(window.guichet);
  return loopbackTransport({
    fetch: window.fetch.bind(window),
    storage: window.sessionStorage,
    readFragment: () => window.location.hash,
    clearFragment: () => window.history.replaceState(null, '', window.location.pathname),
  });
}
