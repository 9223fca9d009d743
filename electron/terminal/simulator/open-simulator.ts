import type { TerminalGesture, VirtualTerminalView } from '../../../shared/contract/virtual-terminal.ts';
import { deriveMessageKey, type SharedKey } from '../nexo/message-encryption.ts';
import { UNREADABLE } from './answers.ts';
import { makeAuthority, makeCertificate } from './certificate.ts';
import { http, openNexoServer } from './nexo-server.ts';
import { VirtualTerminal, type VirtualTerminalOptions } from './virtual-terminal.ts';

const POI_ID = 'V400m-324688179';
const SHARED_KEY: SharedKey = { keyIdentifier: 'comptoir', keyVersion: 1, passphrase: 'une phrase' };
/** A terminal gives up by itself after two minutes; the desk waits ten seconds more (terminal.md §3.3). */
const DIALOGUE_MS = 120_000;
const LATE_MS = 131_000;

export interface SimulatorOptions extends Partial<Omit<VirtualTerminalOptions, 'key'>> {
  /** Where it listens on the loopback; any free port when absent. */
  readonly port?: number;
}

/** A virtual terminal on the loopback, behind its own TLS certificate and with the protocol's own encryption. */
export async function openSimulator(options: SimulatorOptions = {}) {
  const authority = makeAuthority('Root of the virtual terminals');
  const certificate = makeCertificate(`${POI_ID}.test.terminal.adyen.com`, authority);
  const key = await deriveMessageKey(SHARED_KEY);
  const { port, ...rest } = options;
  const terminal = new VirtualTerminal({ dialogueMs: DIALOGUE_MS, lateMs: LATE_MS, ...rest, key });
  const server = await openNexoServer(certificate, key, (socket) => socket.end(http(UNREADABLE)), port);
  server.behave((socket, received) => terminal.receive(socket, received));
  server.admit(() => terminal.isReachable());
  const address = `127.0.0.1:${server.port}`;
  return {
    terminal,
    /** What `terminal.add` and `terminal.keepKey` are given to pair with it. */
    integrated: { address, poiId: POI_ID, environment: 'test' as const },
    secret: { ...SHARED_KEY, authorities: authority.certificate },
    view: (): VirtualTerminalView => ({
      poiId: POI_ID,
      screen: terminal.screen(),
      isCableOut: terminal.state().isCableOut,
      script: terminal.state().script,
      last4: terminal.state().card.last4,
      moved: terminal.moved.map(({ messageId: _messageId, ...money }) => money),
      pairing: { address, ...SHARED_KEY, authorities: authority.certificate },
    }),
    gesture: (gesture: TerminalGesture) => terminal.gesture(gesture),
    close: () => server.close(),
  };
}

export type Simulator = Awaited<ReturnType<typeof openSimulator>>;
