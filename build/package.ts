import { join } from 'node:path';
import { electronBinary } from './electron-binary.ts';
import { PACKAGING } from './packaging.ts';

const root = join(import.meta.dirname, '..');
if (electronBinary(root)) {
  const { build } = await import('electron-builder');
  const files = await build({ projectDir: root, config: PACKAGING });
  for (const file of files) console.log(file);
} else {
  console.error("Guichet is not packaged: Electron's program is missing (npx install-electron fetches it).");
  process.exit(1);
}
