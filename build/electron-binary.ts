import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's program, when someone fetched it (`npx install-electron`); its npm package carries none. */
export function electronBinary(root: string): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}
