import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../test/support/chromium.ts';

/** Draws the PNG icon from the SVG; electron-builder makes the .ico and .icns of each system from it. */
const SIZE = 1024;
const folder = join(import.meta.dirname, 'icons');
const svg = readFileSync(join(folder, 'guichet.svg'), 'utf8');
const found = await findChromium();
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: found.args,
  env: found.env,
});
const page = await browser.newPage({ viewport: { width: SIZE, height: SIZE } });
await page.setContent(
  `<style>html,body{margin:0;background:transparent}svg{width:${SIZE}px;height:${SIZE}px;display:block}</style>${svg}`,
);
await page.screenshot({ path: join(folder, 'icon.png'), omitBackground: true });
await page.setViewportSize({ width: 256, height: 256 });
await page.addStyleTag({ content: 'svg{width:256px!important;height:256px!important}' });
await page.screenshot({ path: join(folder, 'public', 'icon.png'), omitBackground: true });
await browser.close();
