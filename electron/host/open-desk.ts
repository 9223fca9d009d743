import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fillDemo } from '../demo/fill-demo.ts';
import { offerGateway } from '../demo/offer-gateway.ts';
import { pairVirtualTerminal, type VirtualTerminalOffer } from '../demo/pair-virtual-terminal.ts';
import { serveSimulator } from '../gateway/simulator/serve-simulator.ts';
import { createService, type GuichetService, type ServiceOptions } from '../service.ts';
import { openIncidentLog } from './incident-log.ts';
import type { LaunchOptions } from './launch-options.ts';
import type { SecretKeeper } from './secret-store.ts';

export interface Desk {
  readonly service: GuichetService;
  readonly ledgerFile: string;
  /** Closes the ledger; a demonstration's is thrown away. */
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly launch: LaunchOptions;
  readonly defaultLedgerFile: string;
  /** Where secrets live, given the ledger's own folder for them. */
  readonly secretsIn: (folder: string) => SecretKeeper;
  /** A virtual terminal for the demonstration to pair with; it has stand-alone ones without. */
  readonly virtualTerminal?: VirtualTerminalOffer | undefined;
  /** The computer's own printers, where the host reaches them. */
  readonly systemPrinting?: ServiceOptions['systemPrinting'];
}

/** Opens the one service that either host serves: the desk's own ledger, or a demonstration's in a temporary folder. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { launch } = options;
  const virtualTerminal = launch.demo ? options.virtualTerminal : undefined;
  const demoFolder = launch.demo ? mkdtempSync(join(tmpdir(), 'guichet-demo-')) : undefined;
  const ledgerFile = demoFolder
    ? join(demoFolder, 'demo.guichet')
    : (launch.ledgerFile ?? options.defaultLedgerFile);
  const folder = dirname(ledgerFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const throwAway = () => {
    if (demoFolder) rmSync(demoFolder, { recursive: true, force: true });
  };
  try {
    const secrets = options.secretsIn(`${ledgerFile}-secrets`);
    if (launch.demo) await fillDemo({ path: ledgerFile, secrets });
    const service = await createService({
      path: ledgerFile,
      secrets,
      logIncident: openIncidentLog(`${ledgerFile}-incidents.log`),
      virtualTerminalPage: virtualTerminal?.page,
      systemPrinting: options.systemPrinting,
    });
    if (virtualTerminal) await pairVirtualTerminal(service, virtualTerminal);
    const simulator = launch.demo ? await serveSimulator() : null;
    if (simulator) await offerGateway(service, simulator.address);
    return {
      service,
      ledgerFile,
      async close() {
        await service.close();
        await simulator?.close();
        throwAway();
      },
    };
  } catch (error) {
    throwAway();
    throw error;
  }
}
