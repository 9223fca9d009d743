import { expect, type Page, test } from '@playwright/test';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { cancellationWords } from '../../shared/i18n/cancellation.ts';
import { displayWords } from '../../shared/i18n/display.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { tillWords } from '../../shared/i18n/till.ts';
import { tillReportWords } from '../../shared/i18n/till-report.ts';
import { scanPage } from '../support/axe.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { addProduct } from '../support/goods.ts';
import { confirmOn, scan, tabTo, watchPointer } from '../support/keyboard.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';
import type { TestService } from '../support/test-service.ts';

const BARCODE = '0062067009655';
const words = { ...tillReportWords.fr, till: tillWords.fr, display: displayWords.fr };

/** Yesterday's close, and a towel with a barcode. */
async function yesterday(desk: TestService): Promise<void> {
  await addProduct(desk, 1200, { nameFr: 'Serviette', taxClass: 'exempt', barcode: BARCODE });
  await desk.call('till.end', {});
  await desk.call('till.count', { totalMinor: 20_000 });
  await desk.call('till.close', {});
}

test('a whole day from float to Z by keyboard; the customer’s display follows; a scanned receipt is refunded', async ({
  page,
}) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path, yesterday) });
  const press = (key: string) => page.keyboard.press(key);
  const type = (text: string) => page.keyboard.type(text);
  const confirm = () => confirmOn(page);
  try {
    await watchPointer(page);
    await page.goto(app.address);

    await test.step('sign in', async () => {
      await expect(page.getByRole('button', { name: 'founder' })).toBeVisible();
      await tabTo(page, 'founder');
      await press('Enter');
      await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
      await type(FILLED_PIN);
      await press('Enter');
      await expect(page.getByRole('navigation').first()).toBeVisible();
    });

    await test.step('float of 200.00', async () => {
      await goByRail(page, 'till');
      await expect(page.getByLabel(words.till.open.float)).toBeFocused();
      await type('200,00');
      await confirm();
      await expect(page.getByRole('heading', { name: words.till.live.title })).toBeVisible();
    });

    const display = await test.step('open the customer’s display', async () => {
      const opening = page.waitForEvent('popup');
      await page.getByRole('button', { name: words.display.open }).focus();
      await press('Enter');
      const opened = await opening;
      await expect(opened.getByRole('heading', { name: /Bonjour/ })).toBeVisible();
      expect(await opened.evaluate(() => window.sessionStorage.getItem('guichet.session'))).toBeNull();
      return opened;
    });

    await test.step('a scanned towel and goggles; the display shows both', async () => {
      await scan(page, BARCODE);
      await expect(page.getByRole('status', { name: /Serviette/ })).toHaveText('1');
      await expect(display.getByText('Serviette')).toBeVisible();
      // A number with a dash, and nothing in focus: not one towel less
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await scan(page, 'F-999999');
      await expect(page.getByText(/Code inconnu.*F-999999/)).toBeVisible();
      await expect(page.getByRole('status', { name: /Serviette/ })).toHaveText('1');
      await press('F9');
      await expect(page.getByRole('textbox', { name: /client/i }).first()).toBeFocused();
      await type('desros');
      await expect(page.getByRole('option', { name: /Desrosiers/ })).toBeVisible();
      await press('Enter');
      await expect(page.getByRole('link', { name: 'Famille Desrosiers' })).toBeVisible();
      await type('Lunettes');
      await expect(page.getByRole('region', { name: 'Catalogue' }).getByRole('listitem')).toHaveCount(1);
      await press('Enter');
      await expect(page.getByRole('status', { name: /Lunettes/ })).toHaveText('1');
      await expect(display.getByText('Lunettes')).toBeVisible();
      await expect(display.getByText(/34,98/)).toBeVisible();
      await expect(display.getByText(/Desrosiers/)).toHaveCount(0);
      await scanPage(display, 'display, cart');
    });

    await test.step('40.00 received, 5.00 given back', async () => {
      await press('F1');
      await expect(page.getByLabel('Reçu du client')).toBeFocused();
      await type('40,00');
      await expect(display.getByText(words.display.change)).toBeVisible();
      await confirm();
      await expect(page.getByText('F-000001').first()).toBeVisible();
      await expect(display.getByRole('heading', { name: /Payé/ })).toBeVisible();
      await expect(display.getByText(/5,00/)).toBeVisible();
      await scanPage(display, 'display, paid');
      await press('Enter');
      await expect(display.getByRole('heading', { name: /Bonjour/ })).toBeVisible();
    });

    await test.step('the receipt is scanned: its invoice, a credit', async () => {
      await scan(page, 'F-000001');
      await expect(page.getByRole('heading', { name: /F-000001/ })).toBeVisible();
      await tabTo(page, invoiceWords.fr.items.cancel.replace('{{name}}', 'Lunettes'));
      await press('Enter');
      await tabTo(page, cancellationWords.fr.reason);
      await type('retour');
      await expect(page.getByRole('button', { name: /^(Créditer|Credit) .*\d/ })).toBeEnabled();
      await confirm();
      await expect(page.getByText('NC-000001').first()).toBeVisible();
      await press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });

    await test.step('scanned again where refunds are made: its refund, in cash', async () => {
      await goByRail(page, 'refund');
      await expect(page.getByRole('heading', { name: refundWords.fr.choose.title })).toBeVisible();
      await scan(page, 'F-000001');
      await expect(page.getByRole('heading', { name: refundWords.fr.amount.title })).toBeVisible();
      await confirm();
      await expect(page.getByRole('radiogroup')).toBeVisible();
      await tabTo(page, refundWords.fr.reason.label);
      await press('ArrowDown');
      await confirm();
      await expect(page.getByRole('button', { name: refundWords.fr.handOver.given })).toBeVisible();
      await expect(display.getByText(/23,00/)).toBeVisible();
      await press('F7');
      await expect(page.getByText('RB-000001').first()).toBeVisible();
      await expect(display.getByText(/Remboursé/)).toBeVisible();
    });

    await test.step('an X: 200.00 + 35.00 - 23.00 in the drawer', async () => {
      await goByRail(page, 'till');
      await expect(page.getByRole('heading', { name: words.till.live.title })).toBeVisible();
      await page.getByRole('button', { name: words.x }).focus();
      await press('Enter');
      await expect(page.getByRole('heading', { name: /Lecture X/ })).toBeVisible();
      await expect(page.getByText(/212,00/).first()).toBeVisible();
      await scanPage(page, 'X');
      await press('Escape');
      await expect(page.getByRole('heading', { name: words.till.live.title })).toBeVisible();
    });

    await test.step('the count: two 100 $, a 10 $, a 2 $; the Z', async () => {
      await page.getByRole('button', { name: words.till.end.submit }).focus();
      await press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await confirm();
      await expect(page.getByRole('heading', { name: words.till.count.title })).toBeVisible();
      await press('F12');
      await expect(page.getByText(words.till.count.nothing)).toBeVisible();
      for (const key of ['2', 'Enter', 'Enter', 'Enter', '1', 'Enter', 'Enter', '1']) await press(key);
      await expect(page.getByText(/212,00/).first()).toBeVisible();
      await confirm();
      await expect(page.getByText(words.till.count.agrees)).toBeVisible();
      await confirm();
      await expect(page.getByRole('heading', { name: /Rapport Z-1-0002/ })).toBeVisible();
      await expect(page.getByText(words.till.z.none).first()).toBeVisible();
      await scanPage(page, 'Z');
    });

    await test.step('12.00 to the bank', async () => {
      await press('Escape');
      await page.getByRole('button', { name: words.deposit.button }).focus();
      await press('Enter');
      await expect(page.getByLabel(words.deposit.cash)).toHaveValue('12,00');
      await confirm();
      await expect(page.getByRole('heading', { name: /DB-000001/ })).toBeVisible();
      await scanPage(page, 'deposit slip');
    });

    expect(await page.locator('html[data-pointed]').count()).toBe(0);
    await app.stop();
    const report = await verifyFile(app.ledgerFile);
    expect(report.problems).toEqual([]);
    expect(report.counts.tables).toMatchObject({ z_report: 2, refund_outcome: 1, deposit_slip: 1 });
  } finally {
    await app.discard();
  }
});

test('ten dollars short: the clerk counts, a supervisor’s PIN accepts, by keyboard', async ({ page }) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path) });
  const press = (key: string) => page.keyboard.press(key);
  try {
    await watchPointer(page);
    await page.goto(app.address);
    await expect(page.getByRole('button', { name: 'clerk' })).toBeVisible();
    await tabTo(page, 'clerk');
    await press('Enter');
    await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
    await page.keyboard.type(FILLED_PIN);
    await press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await goByRail(page, 'till');
    await expect(page.getByRole('heading', { name: words.till.live.title })).toBeVisible();
    await expect(page.getByRole('button', { name: words.x })).toHaveCount(0);
    await page.getByRole('button', { name: words.till.end.submit }).focus();
    await press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await confirmOn(page);
    await expect(page.getByRole('heading', { name: words.till.count.title })).toBeVisible();
    for (const key of ['1', 'Enter', '1', 'Enter', '2']) await press(key);
    await expect(page.getByText(/190,00/).first()).toBeVisible();
    await confirmOn(page);
    await expect(page.getByText(words.till.count.differs)).toBeVisible();
    await confirmOn(page);
    await expect(page.getByLabel(words.till.close.reason)).toBeFocused();
    await page.keyboard.type('billet introuvable');
    await tabTo(page, words.till.close.accept.who);
    await press('ArrowDown');
    await tabTo(page, words.till.close.accept.pin.replace('{{name}}', 'supervisor'));
    await page.keyboard.type(FILLED_PIN);
    await scanPage(page, 'difference accepted');
    await confirmOn(page);
    await expect(page.getByRole('heading', { name: /Rapport Z-1-0001/ })).toBeVisible();
    await expect(page.getByText(words.accepted)).toBeVisible();
    await expect(page.getByText('supervisor', { exact: true })).toBeVisible();
    expect(await page.locator('html[data-pointed]').count()).toBe(0);
  } finally {
    await app.discard();
  }
});

/** The rail's link, by keyboard. */
async function goByRail(page: Page, screen: string): Promise<void> {
  await page.locator(`nav a[href="#/${screen}"]`).focus();
  await page.keyboard.press('Enter');
}
