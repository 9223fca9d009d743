import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob } from 'node:path';
import { createPackageWithOptions, listPackage, statFile } from '@electron/asar';
import { expect, test } from 'vitest';
import { electronBinary } from '../../build/electron-binary.ts';
import { FUSES, PACKAGING, PACKED_FILES, UNPACKED } from '../../build/packaging.ts';
import { ROOT } from './source-files.ts';

/** The files electron-builder would take, by the same patterns: the last one that fits decides. */
function packedFiles(): string[] {
  const wanted = PACKED_FILES.filter((pattern) => !pattern.startsWith('!'));
  const found = new Set(wanted.flatMap((pattern) => globSync(pattern, { cwd: ROOT })));
  return [...found]
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) => PACKED_FILES.findLast((pattern) => matchesGlob(path, pattern.replace(/^!/, '')))?.[0] !== '!',
    )
    .filter((path) => /\.\w+$/.test(path))
    .toSorted();
}

test('the fuses leave no way to run the program as Node or to load code from outside its archive', () => {
  expect(FUSES).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(PACKAGING.electronFuses).toEqual(FUSES);
  expect(PACKAGING.asar).toBe(true);
});

test('the package names what exists: its start, its icon, its native module', () => {
  const { main } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { main: string };
  expect(main).toBe('dist/main.js');
  const icon = readFileSync(join(ROOT, PACKAGING.icon as string));
  expect(icon.subarray(1, 4).toString()).toBe('PNG');
  expect(icon.readUInt32BE(16)).toBe(1024);
});

test('the packed layout: bundles in the archive, the native module beside it, no source and no test', async () => {
  if (!existsSync(join(ROOT, 'dist', 'main.js'))) throw new Error('dist/ is missing: npm run build.');
  const folder = mkdtempSync(join(tmpdir(), 'guichet-packed-'));
  try {
    const files = packedFiles();
    for (const file of files) cpSync(join(ROOT, file), join(folder, 'app', file), { recursive: true });
    const archive = join(folder, 'app.asar');
    await createPackageWithOptions(join(folder, 'app'), archive, {
      unpackDir: UNPACKED[0].replace('/**', ''),
    });
    const listed = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
    for (const needed of ['dist/main.js', 'dist/preload.cjs', 'dist/renderer/index.html', 'package.json'])
      expect(listed).toContain(needed);
    expect(
      listed.filter((path) => /\.(ts|tsx|cc|cpp|h)$/.test(path) || /^(test|shared|electron)\//.test(path)),
    ).toEqual([]);
    const native = files.filter((path) => path.endsWith('.node'));
    expect(native.length).toBeGreaterThan(0);
    for (const path of native) {
      expect(statFile(archive, path)).toHaveProperty('unpacked', true);
      expect(existsSync(join(`${archive}.unpacked`, dirname(path)))).toBe(true);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('npm run package says in one line when Electron’s program is missing', ({ skip }) => {
  if (electronBinary(ROOT)) skip('Electron’s program is installed here');
  const run = spawnSync(process.execPath, [join(ROOT, 'build', 'package.ts')], { encoding: 'utf8' });
  expect(run.status).toBe(1);
  expect(run.stderr.trim().split('\n')).toEqual([
    "Guichet is not packaged: Electron's program is missing (npx install-electron fetches it).",
  ]);
});
