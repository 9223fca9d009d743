import { describe, expect, test } from 'vitest';
import { readSourceFiles } from './source-files.ts';

const files = readSourceFiles();
const program = files.filter(({ path }) => !/^(test|build)\//.test(path));

/** Each layer, and the layers it may import from when it runs; the first prefix that fits a path is its layer. */
const LAYERS: readonly [prefix: string, mayImport: readonly string[]][] = [
  ['shared/domain/', ['shared/domain/']],
  ['shared/contract/', ['shared/domain/', 'shared/contract/']],
  ['shared/i18n/', ['shared/domain/', 'shared/contract/', 'shared/i18n/']],
  ['shared/document/', ['shared/domain/', 'shared/contract/', 'shared/i18n/', 'shared/document/']],
  ['shared/export/', ['shared/domain/', 'shared/contract/', 'shared/i18n/', 'shared/export/']],
  ['renderer/', ['shared/', 'renderer/']],
  ['electron/ledger/', ['shared/', 'electron/ledger/']],
  ['electron/printing/', ['shared/', 'electron/ledger/', 'electron/printing/']],
  ['electron/till/', ['shared/', 'electron/ledger/', 'electron/till/']],
  ['electron/gateway/', ['shared/', 'electron/ledger/', 'electron/gateway/']],
  ['electron/terminal/', ['shared/', 'electron/ledger/', 'electron/till/', 'electron/terminal/']],
  [
    'electron/sale/',
    [
      'shared/',
      'electron/ledger/',
      'electron/till/',
      'electron/terminal/',
      'electron/gateway/',
      'electron/sale/',
    ],
  ],
  [
    'electron/offline-refund/',
    [
      'shared/',
      'electron/ledger/',
      'electron/till/',
      'electron/terminal/',
      'electron/gateway/',
      'electron/sale/',
      'electron/offline-refund/',
    ],
  ],
  [
    'electron/usecase/',
    [
      'shared/',
      'electron/ledger/',
      'electron/till/',
      'electron/terminal/',
      'electron/gateway/',
      'electron/sale/',
      'electron/offline-refund/',
      'electron/usecase/',
    ],
  ],
];

describe('imports', () => {
  test.each(LAYERS)('%s imports only what lies below it', (prefix, mayImport) => {
    const layer = program.filter(({ path }) => path.startsWith(prefix));
    expect(layer.length).toBeGreaterThan(0);
    const stray = layer.flatMap(({ path, imports }) =>
      imports
        .filter((imported) => /^(shared|electron|renderer|build|test)\//.test(imported))
        .filter((imported) => !mayImport.some((allowed) => imported.startsWith(allowed)))
        .map((imported) => `${path} -> ${imported}`),
    );
    expect(stray).toEqual([]);
  });

  test('nothing of the program imports a test or the build', () => {
    const stray = program.filter(({ imports }) =>
      imports.some((imported) => /^(test|build)\//.test(imported)),
    );
    expect(stray.map(({ path }) => path)).toEqual([]);
  });

  test.each([
    ['better-sqlite3', /^(electron\/ledger|test)\//],
    ['electron', /^electron\/(main|preload)\.ts$/],
    ['decimal.js', /^(shared\/domain\/rate\.ts|test\/)/],
    ['hono', /^(electron\/(host|gateway\/simulator)|test)\//],
    ['react', /^renderer\//],
    ['stripe', /^(electron\/gateway|test)\//],
  ])('only its own place imports %s', (name, place) => {
    const users = files.filter(({ imports }) => imports.includes(name));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ path }) => !place.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('files', () => {
  test('no barrel and no drawer of odds and ends', () => {
    const vague = /(^|\/)(index|utils?|helpers?|common|managers?|misc)(\/|\.tsx?$)/;
    expect(files.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test('names are kebab-case', () => {
    expect(files.filter(({ path }) => !/^[a-z0-9./-]+$/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  test('no file of the program is longer than 300 lines, but tables and words', () => {
    const long = program.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect(long.filter((path) => !LONG_DATA.some((data) => path.startsWith(data)))).toEqual([]);
  });

  test('only the Action Center may offer a retry (settled.md 62)', () => {
    const screens = program.filter(({ path }) => /^renderer\/screens\/(?!action\/)/.test(path));
    expect(screens.filter(({ text }) => /action\.retry/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

/** Data, not logic: the tables' columns, the schema, the handler of each operation, the catalogs of words. */
const LONG_DATA = [
  'electron/ledger/tables.ts',
  'electron/ledger/migrations/',
  'electron/usecase/handlers.ts',
  'shared/i18n/',
];
