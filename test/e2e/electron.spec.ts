import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { electronBinary } from '../../build/electron-binary.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const binary = electronBinary(ROOT);

test('the desktop app opens its one window on the first run', async () => {
  test.skip(binary === undefined, 'Electron’s program is not installed (npx install-electron)');
  const folder = mkdtempSync(join(tmpdir(), 'guichet-desktop-'));
  const app = await _electron.launch({
    executablePath: binary,
    args: [ROOT, '--ledger', join(folder, 'desk.guichet')],
  });
  const window = await app.firstWindow();
  await expect(window.getByRole('heading').first()).toBeVisible();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
