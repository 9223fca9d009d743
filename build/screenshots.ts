import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { startLoopbackHost } from '../electron/host/loopback-host.ts';
import { openDesk } from '../electron/host/open-desk.ts';
import { plainSecrets } from '../electron/host/sealed-secrets.ts';
import { DEMONSTRATION_PIN } from '../shared/contract/demonstration.ts';
import { findChromium } from '../test/support/chromium.ts';

const FOLDER = join(import.meta.dirname, 'pictures');
const SETTLE_MS = 700;
const PAGE_FOLDER = join(import.meta.dirname, '..', 'dist', 'renderer');

/** The README's pictures, taken from the demonstration: run again when a screen changes. */
async function takePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const launch = { demo: true, ledgerFile: undefined, port: 0, open: false };
  const desk = await openDesk({ launch, defaultLedgerFile: '', secretsIn: plainSecrets });
  const host = await startLoopbackHost({
    service: desk.service,
    pageFolder: PAGE_FOLDER,
    uploads: new Set(),
    port: 0,
    onAddress: () => {},
    onError: (error) => console.error(error),
  });
  const found = await findChromium();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: found.env,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'fr-CA' });
    await page.goto(host.address);
    await page.getByText('Marie-Ève Tremblay').click();
    await page.keyboard.type(DEMONSTRATION_PIN);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    await openTill(page);
    await pictureCounter(page);
    await picture(page, '#/action', 'a-regler');
    await picture(page, '#/client/13', 'client');
    await picture(page, '#/refund?client=13&step=destination&amount=9600&to=terminal', 'rembourser');
    await picture(page, '#/till', 'caisse');
  } finally {
    await browser.close();
    await host.close();
    await desk.close();
  }
}

async function openTill(page: Page): Promise<void> {
  await go(page, '#/till');
  await page.getByLabel(/Fond de caisse/).fill('200,00');
  await page.keyboard.press('F12');
  await page
    .getByText(/Caisse 1 ouverte/)
    .first()
    .waitFor();
}

async function pictureCounter(page: Page): Promise<void> {
  await go(page, '#/counter');
  const search = page
    .getByRole('searchbox')
    .or(page.getByPlaceholder(/produit/))
    .first();
  for (const product of ['Lunettes', '2* Bonnet', 'Gourde']) {
    await search.fill(product);
    await settle(page);
    await search.press('Enter');
    await page.getByText(product.replace('2* ', '')).nth(1).waitFor();
  }
  await page.keyboard.press('F1');
  await save(page, 'comptoir');
  await page.keyboard.press('Escape');
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
  await settle(page);
}

async function picture(page: Page, hash: string, name: string): Promise<void> {
  await go(page, hash);
  await save(page, name);
}

async function save(page: Page, name: string): Promise<void> {
  await settle(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

/** The page keeps a stream of events open, so it is never idle on the network: reads settle well within this. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(SETTLE_MS);
}

await takePictures();
