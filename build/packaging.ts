import type { Configuration } from 'electron-builder';

/** The fuses of the packaged program (reliability.md §3): no way to run it as Node, no code outside its archive. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** What goes into the package: the bundles and the one native module, whose prebuilt file cannot run from an archive. */
export const PACKED_FILES = [
  'package.json',
  'dist/**',
  '!dist/loopback.js',
  '!dist/simulator.js',
  '!dist/renderer/simulator.html',
  '!dist/sources.sha256',
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/lib/**',
  'node_modules/better-sqlite3/prebuilds/**',
  '!node_modules/better-sqlite3/{deps,src}/**',
] as const;

export const UNPACKED = ['node_modules/better-sqlite3/prebuilds/**'] as const;

/** electron-builder's configuration, as data; the release step runs it where Electron's program is. */
export const PACKAGING: Configuration = {
  appId: 'ca.guichet.desktop',
  productName: 'Guichet',
  copyright: 'MIT, the Guichet founders',
  electronDist: 'node_modules/electron/dist',
  npmRebuild: false,
  asar: true,
  files: [...PACKED_FILES],
  asarUnpack: [...UNPACKED],
  electronFuses: { ...FUSES },
  directories: { output: 'release', buildResources: 'build/icons' },
  icon: 'build/icons/icon.png',
  fileAssociations: [{ ext: 'guichet', name: 'Guichet ledger', role: 'Editor' }],
  linux: { target: ['AppImage', 'deb'], category: 'Office', executableName: 'guichet' },
  mac: { target: ['dmg'], category: 'public.app-category.business', hardenedRuntime: true },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true },
};
