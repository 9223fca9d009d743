import { parseArgs } from 'node:util';
import { serveSimulator } from './gateway/simulator/serve-simulator.ts';

/** The simulated card processor as a process of its own: prints its address, ends when its parent does. */
const { values } = parseArgs({ options: { port: { type: 'string' }, file: { type: 'string' } } });
const { address } = await serveSimulator({
  port: Number(values.port ?? 0),
  ...(values.file === undefined ? {} : { file: values.file }),
});
process.stdout.write(`${address}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
