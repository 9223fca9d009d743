import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { clientWords } from '../../shared/i18n/client.ts';
import { documentWords } from '../../shared/i18n/document.ts';
import { shellWords } from '../../shared/i18n/shell.ts';
import { statementWords } from '../../shared/i18n/statement.ts';
import { scanPage } from '../support/axe.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { openClient, sell } from '../support/goods.ts';
import { type LoopbackApp, startLoopbackApp } from '../support/loopback-app.ts';
import { pdfPages } from '../support/pdf-text.ts';
import type { TestService } from '../support/test-service.ts';

const words = statementWords.fr;
const NAMES = ['Aubin', 'Bédard', 'Caron', 'Dion', 'Émond', 'Fortin'];

/** Client 2 has bought and paid a part; six more owe, and « Gagnon » has nothing. */
async function sellOnAccount(desk: TestService): Promise<void> {
  const items = [{ productId: 1 }, { productId: 2 }];
  const tenders = [{ method: 'cheque' as const, amountMinor: 2000, chequeNumber: '0042' }];
  await sell(desk, { clientId: 2, items, tenders });
  for (const name of NAMES) {
    const { clientId } = await openClient(desk, { name });
    await sell(desk, { clientId, items: [{ productId: 2 }] });
  }
  await openClient(desk, { name: 'Gagnon' });
}

const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto' }).format(new Date());

async function signIn(page: Page, app: LoopbackApp): Promise<void> {
  await page.goto(app.address);
  await page.getByRole('button', { name: 'founder' }).click();
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
  await page.keyboard.type(FILLED_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
}

async function download(page: Page, name: string): Promise<string[]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return await pdfPages(new Uint8Array(await readFile(await file.path())));
}

test('one client: a detailed statement is previewed, made by F12, saved as a PDF, and found again', async ({
  page,
}) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path, sellOnAccount) });
  try {
    await signIn(page, app);
    await goTo(page, '#/client/2');
    await page.getByRole('button', { name: clientWords.fr.operations }).click();
    await page.getByRole('menuitem', { name: words.operation }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(words.form.none)).toBeVisible();
    await dialog.getByLabel(words.form.to, { exact: true }).fill('2099-01-01');
    await expect(dialog.getByRole('alert')).toContainText(/choisissez une fin au plus tard/);
    await dialog.getByLabel(words.form.to, { exact: true }).fill(today());
    await dialog.getByLabel(words.form.message).fill('Merci de votre confiance');
    const preview = dialog.getByRole('region', { name: words.form.preview });
    await expect(preview).toContainText('Facture F-000001');
    await expect(preview).toContainText('Lunettes');
    await expect(preview).toContainText('Merci de votre confiance');
    await scanPage(page, 'statement dialog');
    await page.keyboard.press('F12');
    await expect(dialog.getByRole('status')).toContainText('RC-000001');

    const pages = await download(page, documentWords.fr.pdf.button);
    const text = pages.join('\n');
    expect(text).toContain('RELEVÉ DE COMPTE RC-000001');
    expect(text).toMatch(/Paiement R-000001 · Chèque 0042/);
    expect(text).toMatch(/SOLDE AU .*Doit 12,98\s\$/);
    expect(text).toContain('Merci de votre confiance');

    await dialog.getByRole('button', { name: documentWords.fr.preview.close }).click();
    await page.getByRole('button', { name: clientWords.fr.operations }).click();
    await page.getByRole('menuitem', { name: words.operation }).click();
    await expect(page.getByRole('alert')).toContainText(/RC-000001 va déjà jusqu/);
    await page.getByRole('button', { name: words.form.open.replace('{{number}}', 'RC-000001') }).click();
    await expect(page.getByRole('dialog')).toContainText('Merci de votre confiance');
  } finally {
    await app.discard();
  }
});

test('many clients: progress, stopped, reloaded, cut off, gone on with, one PDF; who had nothing is told why', async ({
  page,
}) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path, sellOnAccount) });
  try {
    await signIn(page, app);
    await goTo(page, '#/client');
    await page.getByRole('button', { name: words.many }).click();
    await expect(page.getByText(words.page.nobody)).toBeVisible();
    await page.getByLabel(words.form.to, { exact: true }).fill(today());
    await expect(page.getByRole('checkbox')).toHaveCount(1 + 7);
    await page.getByText(words.page.whoChoice.chosen).click();
    for (const name of [...NAMES, 'Gagnon']) {
      await page.getByRole('textbox', { name: shellWords.fr.client.find, exact: true }).fill(name);
      await page.getByRole('option', { name: new RegExp(name) }).click();
    }
    await page.getByRole('checkbox', { name: words.page.include.replace('{{name}}', 'Fortin') }).uncheck();
    await scanPage(page, 'statements of many');

    const held = holdCall(page, 4);
    await held.ready;
    await page.keyboard.press('F12');
    await held.reached;
    await expect(page.getByRole('status').filter({ hasText: '3 sur 6' })).toBeVisible();
    await scanPage(page, 'statements under way');
    await page.getByRole('button', { name: words.page.cancel }).click();
    held.release();
    await expect(page.getByText(/Arrêté à 4 sur 6/)).toBeVisible();
    const half = await download(page, words.page.pdf);
    expect(half).toHaveLength(4);

    await page.reload();
    await page.route('**/call/statement.issue', (route) => route.abort());
    await page.getByRole('button', { name: /Continuer/ }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    await page.unrouteAll();
    await page.getByRole('button', { name: /Continuer/ }).click();
    await expect(page.getByText(/Relevés faits\s: 5\. Clients sans relevé\s: 1\./)).toBeVisible();
    await expect(page.getByRole('row', { name: /Gagnon/ })).toContainText(/ne devait rien/);
    const pages = await download(page, words.page.pdf);
    expect(pages).toHaveLength(5);
    for (const [index, name] of NAMES.slice(0, 5).entries()) {
      expect(pages[index]).toContain(`Client : ${name}`);
      expect(pages[index]).toContain(`RC-00000${index + 1} · 1`);
    }
    await scanPage(page, 'statements done');
  } finally {
    await app.discard();
  }
});

/** Keeps the nth order of a statement from its answer until it is released. */
function holdCall(page: Page, nth: number) {
  let release = () => {};
  let reach = () => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let count = 0;
  const ready = page.route('**/call/statement.issue', async (route) => {
    count += 1;
    if (count === nth) {
      reach();
      await released;
    }
    await route.continue();
  });
  return { ready, reached, release: () => release() };
}
