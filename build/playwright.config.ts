import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../test/support/chromium.ts';

const chromium = await findChromium();

/** The same specs in a real Chromium and, where its program is installed, in Electron (else skipped by name). */
export default defineConfig({
  testDir: join(import.meta.dirname, '..', 'test', 'e2e'),
  outputDir: join(import.meta.dirname, '..', 'test-results'),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    viewport: { width: 1360, height: 860 },
    locale: 'fr-CA',
    timezoneId: 'America/Toronto',
    // A dialog that is still fading in has no contrast yet
    contextOptions: { reducedMotion: 'reduce' },
    // a trace costs every passing spec a quarter of its time
    screenshot: 'only-on-failure',
    actionTimeout: 8_000,
    launchOptions: { executablePath: chromium.executablePath, args: chromium.args, env: chromium.env },
  },
  projects: [
    { name: 'chromium', testIgnore: '**/electron.spec.ts' },
    { name: 'electron', testMatch: '**/electron.spec.ts' },
  ],
});
