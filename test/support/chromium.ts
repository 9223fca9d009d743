import { spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from '@playwright/test';

export interface FoundChromium {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  /** Where it came from, for the closing lines of a run. */
  readonly origin: 'system' | 'playwright' | 'package';
}

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** No request leaves the machine on the browser's own account; root cannot have a sandbox. */
const QUIET_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];

/** A Chromium that is already here: the system's, Playwright's own, else the one inside its npm package, unpacked once. */
export async function findChromium(): Promise<FoundChromium> {
  const args = [...QUIET_ARGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const system = process.platform === 'linux' ? SYSTEM.find((path) => existsSync(path)) : undefined;
  if (system) return { executablePath: system, args, env, origin: 'system' };
  const own = chromium.executablePath();
  if (existsSync(own)) return { executablePath: own, args, env, origin: 'playwright' };
  const unpacked = await unpackPackagedChromium();
  return {
    executablePath: unpacked.executablePath,
    // This build has neither a sandbox helper nor a zygote
    args: [...new Set([...args, '--no-sandbox', '--no-zygote', '--headless=shell'])],
    env: { ...env, ...librariesFor(unpacked, env) },
    origin: 'package',
  };
}

interface Unpacked {
  readonly executablePath: string;
  readonly libraries: string;
  readonly fonts: string;
}

async function unpackPackagedChromium(): Promise<Unpacked> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
  const { version } = JSON.parse(readFileSync(join(bin, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(tmpdir(), `guichet-chromium-${version}-${process.getuid?.() ?? 'user'}`);
  const unpacked = {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'al2023', 'lib'),
    fonts: join(folder, 'fonts'),
  };
  if (existsSync(folder)) return unpacked;
  // Unpacked beside and renamed: two runs that start together never meet half a browser
  const fresh = `${folder}-${process.pid}`;
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  await Promise.all([
    pipeline(
      createReadStream(join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(fresh, 'chromium'), { mode: 0o700 }),
    ),
    unpackTar(join(bin, 'swiftshader.tar.br'), fresh),
    unpackTar(join(bin, 'fonts.tar.br'), join(fresh, 'fonts')),
    unpackTar(join(bin, 'al2023.tar.br'), join(fresh, 'al2023')),
  ]);
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true, force: true });
  }
  return unpacked;
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const tar = join(folder, 'archive.tar');
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(tar));
  const { status, stderr } = spawnSync('tar', ['-x', '-f', tar, '-C', folder], { encoding: 'utf8' });
  rmSync(tar);
  if (status !== 0) throw new Error(`${archive}: ${stderr}`);
}

/** The NSS libraries of the package, only for a machine that lacks its own. */
function librariesFor(unpacked: Unpacked, env: Record<string, string>): Record<string, string> {
  const check = spawnSync('ldd', [unpacked.executablePath], { encoding: 'utf8' });
  if (check.status === 0 && !check.stdout.includes('not found')) return {};
  const paths = [unpacked.libraries, env.LD_LIBRARY_PATH].filter(Boolean);
  return { LD_LIBRARY_PATH: paths.join(':'), FONTCONFIG_PATH: env.FONTCONFIG_PATH ?? unpacked.fonts };
}
