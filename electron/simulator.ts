import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TERMINAL_SCRIPTS } from '../shared/contract/virtual-terminal.ts';
import { openAddress } from './host/open-address.ts';
import { serveVirtualTerminal } from './host/serve-virtual-terminal.ts';

/**
 * A virtual card terminal in a process of its own: TLS and encryption on the loopback for the desk, a page for the person
 * who plays the client. `--json` prints what a desk needs to pair with it, on one line; it ends with its standard input.
 */
async function serve(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      open: { type: 'boolean' },
      port: { type: 'string', default: '0' },
      'page-port': { type: 'string', default: '0' },
      script: { type: 'string' },
    },
  });
  const script = TERMINAL_SCRIPTS.find((each) => each === (values.script ?? 'person'));
  if (!script) throw new Error(`--script: one of ${TERMINAL_SCRIPTS.join(', ')}.`);
  const here = import.meta.dirname;
  const pageFolder = [join(here, 'renderer'), join(here, '..', 'dist', 'renderer')].find((folder) =>
    existsSync(join(folder, 'simulator.html')),
  );
  if (!pageFolder) throw new Error('The page is not built: npm run build.');
  const served = await serveVirtualTerminal({
    pageFolder,
    port: Number(values.port),
    pagePort: Number(values['page-port']),
    script,
  });
  const { page, integrated } = served.offer;
  if (values.json) say(JSON.stringify(served.offer));
  else {
    say(`Terminal virtuel / virtual terminal: ${page}`);
    say(`${integrated.poiId}, ${integrated.address}`);
  }
  if (values.open) openAddress(page, process.platform, process.env);

  const close = async () => {
    await served.close();
    process.exit(0);
  };
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
  // whoever started it is gone, however that came
  if (values.json) process.stdin.on('end', close).resume();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await serve().catch((error: unknown) => {
  process.stderr.write(`Guichet: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
