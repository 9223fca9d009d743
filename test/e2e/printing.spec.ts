import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { documentWords } from '../../shared/i18n/document.ts';
import { printerWords } from '../../shared/i18n/printer.ts';
import { settingsWords } from '../../shared/i18n/settings.ts';
import { decodeEscpos } from '../printing/decode-escpos.ts';
import { scanPage } from '../support/axe.ts';
import { FakePrinter } from '../support/fake-printer.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { addProduct } from '../support/goods.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';
import type { TestService } from '../support/test-service.ts';

const words = { ...printerWords.fr, print: documentWords.fr.print, preview: documentWords.fr.preview };

async function oneSale(desk: TestService): Promise<void> {
  const productId = await addProduct(desk, 1200, { nameFr: 'Serviette', taxClass: 'exempt' });
  await desk.call('invoice.issue', {
    clientId: desk.walkInClientId,
    items: [{ productId }],
    tenders: [{ method: 'cash', tenderedMinor: 1200 }],
  });
}

test('an administrator gives the till a printer; a receipt prints, a dead printer shows a banner, then prints', async ({
  page,
}) => {
  const printer = new FakePrinter();
  await printer.start();
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path, oneSale) });
  try {
    await page.goto(app.address);
    await page.getByRole('button', { name: 'founder' }).click();
    await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
    await page.keyboard.type(FILLED_PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();

    // Under Electron the computer's printers are in the list too; a browser has none
    await page.route('**/call/printer.system', async (route) => {
      const answer = await route.fetch();
      const printers = '"printers":[{"name":"TM","label":"Epson TM-T88","isDefault":true}]';
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace('"printers":null', printers),
      });
    });
    await test.step('settings', async () => {
      await goTo(page, '#/settings');
      await page.getByText(settingsWords.fr.page.tills).first().click();
      await page.getByRole('button', { name: /Imprimante de/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: words.printer, exact: true }).selectOption('system');
      await expect(dialog.getByRole('combobox', { name: words.systemName })).toHaveValue('TM');
      await dialog.getByRole('combobox', { name: words.page, exact: true }).selectOption('letter');
      await scanPage(page, 'printer of the computer');
      await dialog.getByRole('button', { name: settingsWords.fr.save }).click();
      await expect(dialog.getByRole('alert')).toContainText('navigateur');
      await dialog.getByRole('combobox', { name: words.printer, exact: true }).selectOption('network');
      await page.getByRole('textbox', { name: words.address }).fill(printer.address);
      await scanPage(page, 'printer dialog');
      await page.getByRole('button', { name: settingsWords.fr.save }).click();
      await expect(page.getByRole('cell', { name: printer.address })).toBeVisible();
      await scanPage(page, 'printers');
    });

    await test.step('print', async () => {
      await goTo(page, '#/invoice/1');
      await page.getByRole('button', { name: words.preview.see }).first().click();
      await page.getByRole('button', { name: words.print.button }).click();
      await printer.until(() => printer.papers.length === 1);
      await expect.poll(() => textOf(printer.papers[0])).toContain('F-000001');
      await expect(page.getByText(/Envoyé à l’imprimante/)).toBeVisible();
    });

    await test.step('PDF', async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download', { timeout: 30_000 }),
        page.getByRole('button', { name: documentWords.fr.pdf.button }).click(),
      ]);
      expect(download.suggestedFilename()).toContain('F-000001.pdf');
      const bytes = await readFile(await download.path());
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
      expect(text).toContain('Serviette');
      expect(text).toContain('F-000001');
    });

    await test.step('a dead printer', async () => {
      await printer.stop();
      await page.getByRole('button', { name: words.print.button }).click();
      await expect(page.getByText(/ne répond pas/)).toBeVisible();
      await printer.start();
      await expect(page.getByText(/ne répond pas/)).toBeHidden({ timeout: 15_000 });
      expect(textOf(printer.papers.at(-1))).toContain('DUPLICATA / COPIE 1');
    });
  } finally {
    await app.stop();
    await printer.stop();
  }
});

function textOf(bytes: Uint8Array | undefined): string {
  try {
    return decodeEscpos(bytes ?? new Uint8Array())
      .rows.map(({ text }) => text)
      .join('\n');
  } catch {
    return '';
  }
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
}
