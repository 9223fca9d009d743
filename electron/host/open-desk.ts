import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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
import { type ServedTerminal, serveVirtualTerminal } from './serve-virtual-terminal.ts';

export interface Desk {
  readonly service: GuichetService;
  readonly ledgerFile: string;
  /** Where a demonstration's client is played, in a browser. */
  readonly virtualTerminalPage: string | undefined;
  /** Closes the ledger; a demonstration's is thrown away. */
  close(): Promise<void>;
}

export interface DeskOptions {
  readonly launch: LaunchOptions;
  readonly defaultLedgerFile: string;
  /** Where secrets live, given the ledger's own folder for them. */
  readonly secretsIn: (folder: string) => SecretKeeper;
  /** A virtual terminal that runs beside the demonstration, to pair with. */
  readonly virtualTerminal?: VirtualTerminalOffer | undefined;
  /** The built pages: from there a demonstration that is offered no virtual terminal serves one itself. */
  readonly pageFolder?: string | undefined;
  /** The computer's own printers, where the host reaches them. */
  readonly systemPrinting?: ServiceOptions['systemPrinting'];
}

/** Opens the one service that either host serves: the desk's own ledger, or a demonstration's in a temporary folder. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { launch } = options;
  const demoFolder = launch.demo ? mkdtempSync(join(tmpdir(), 'guichet-demo-')) : undefined;
  const ledgerFile = demoFolder
    ? join(demoFolder, 'demo.guichet')
    : (launch.ledgerFile ?? options.defaultLedgerFile);
  const folder = dirname(ledgerFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const throwAway = () => {
    if (demoFolder) rmSync(demoFolder, { recursive: true, force: true });
  };
  let own: ServedTerminal | null = null;
  try {
    if (launch.demo && !options.virtualTerminal) own = await serveOwnTerminal(options.pageFolder);
    const virtualTerminal = launch.demo ? (options.virtualTerminal ?? own?.offer) : undefined;
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
      virtualTerminalPage: virtualTerminal?.page,
      async close() {
        await service.close();
        await simulator?.close();
        await own?.close();
        throwAway();
      },
    };
  } catch (error) {
    await own?.close();
    throwAway();
    throw error;
  }
}

/** Null where its page is not built. */
async function serveOwnTerminal(pageFolder: string | undefined): Promise<ServedTerminal | null> {
  if (pageFolder === undefined || !existsSync(join(pageFolder, 'simulator.html'))) return null;
  return await serveVirtualTerminal({ pageFolder, port: 0, pagePort: 0, script: 'person' });
}
