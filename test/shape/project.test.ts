import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printContract } from '../../build/print-contract.ts';
import { ROOT } from './source-files.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts, dependencies, devDependencies } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe('the README', () => {
  test('names only scripts that exist', () => {
    const named = [...readme.matchAll(/`?npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('shows pictures and links that exist', () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});

test('the committed contract is the one the table prints', () => {
  expect(readFileSync(join(ROOT, 'shared/contract/README.md'), 'utf8')).toBe(printContract());
});

test('every script runs a file that exists', () => {
  const missing = Object.entries(scripts).flatMap(([name, script]) =>
    [...script.matchAll(/node ([\w./-]+\.ts)/g)]
      .map((match) => match[1] ?? '')
      .filter((file) => !existsSync(join(ROOT, file)))
      .map((file) => `${name}: ${file}`),
  );
  expect(missing).toEqual([]);
});

test('every dependency is pinned to one exact version', () => {
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
