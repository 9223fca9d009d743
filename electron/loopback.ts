import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRACT } from '../shared/contract/contract.ts';
import type { Operation } from '../shared/contract/operation.ts';
import { OFFER_VARIABLE, readOffer } from './demo/pair-virtual-terminal.ts';
import { defaultLedgerFile, readLaunchOptions } from './host/launch-options.ts';
import { startLoopbackHost } from './host/loopback-host.ts';
import { openAddress } from './host/open-address.ts';
import { openDesk } from './host/open-desk.ts';
import { plainSecrets } from './host/sealed-secrets.ts';

/** The same service behind 127.0.0.1, for any browser. Prints the address to open; Ctrl-C closes the ledger. */
async function serve(): Promise<void> {
  const launch = readLaunchOptions(process.argv.slice(2), process.env);
  const here = import.meta.dirname;
  const pageFolder = [join(here, 'renderer'), join(here, '..', 'dist', 'renderer')].find((folder) =>
    existsSync(join(folder, 'index.html')),
  );
  if (!pageFolder) throw new Error('The page is not built: npm run build.');
  if (launch.demo) say('Guichet: filling the demonstration…');
  const desk = await openDesk({
    launch,
    defaultLedgerFile: defaultLedgerFile(process.platform, process.env),
    secretsIn: plainSecrets,
    virtualTerminal: readOffer(process.env[OFFER_VARIABLE]),
    pageFolder,
  });
  const uploads = Object.entries<Operation>(CONTRACT).filter(([, operation]) => operation.upload);
  const host = await startLoopbackHost({
    service: desk.service,
    pageFolder,
    uploads: new Set(uploads.map(([name]) => name)),
    port: launch.port,
    onAddress: (address) => say(`Guichet: ${address}`),
    onError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
  });
  if (launch.open) openAddress(host.address, process.platform, process.env);

  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    await host.close();
    await desk.close();
    process.exit(0);
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await serve().catch((error: unknown) => {
  process.stderr.write(`Guichet: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
