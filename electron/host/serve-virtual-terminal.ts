import type { TerminalScript } from '../../shared/contract/virtual-terminal.ts';
import type { VirtualTerminalOffer } from '../demo/pair-virtual-terminal.ts';
import { openSimulator } from '../terminal/simulator/open-simulator.ts';
import { startSimulatorHost } from './simulator-host.ts';

export interface ServedTerminal {
  /** Its page, and what a desk needs to pair with it. */
  readonly offer: VirtualTerminalOffer;
  close(): Promise<void>;
}

/** A virtual terminal behind TLS on the loopback, and its page for the person who plays the client. */
export async function serveVirtualTerminal(options: {
  readonly pageFolder: string;
  /** 0: any free port. */
  readonly port: number;
  readonly pagePort: number;
  readonly script: TerminalScript;
}): Promise<ServedTerminal> {
  const simulator = await openSimulator({ port: options.port });
  simulator.gesture({ do: 'choose-script', script: options.script });
  const { view, gesture, integrated, secret } = simulator;
  const { pageFolder, pagePort } = options;
  const host = await startSimulatorHost({ view, gesture, pageFolder, port: pagePort });
  return {
    offer: { page: host.address, integrated, secret },
    async close() {
      await host.close();
      await simulator.close();
    },
  };
}
