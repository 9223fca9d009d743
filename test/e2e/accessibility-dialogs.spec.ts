import { expect, type Page, test } from '@playwright/test';
import { cancellationWords } from '../../shared/i18n/cancellation.ts';
import { catalogueWords } from '../../shared/i18n/catalogue.ts';
import { clientWords } from '../../shared/i18n/client.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { settingsWords } from '../../shared/i18n/settings.ts';
import { statementWords } from '../../shared/i18n/statement.ts';
import { terminalWords } from '../../shared/i18n/terminal.ts';
import { terminalSettingsWords } from '../../shared/i18n/terminal-settings.ts';
import { tillWords } from '../../shared/i18n/till.ts';
import { scanPage } from '../support/axe.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { itemIdsOf, sell } from '../support/goods.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';
import type { TestService } from '../support/test-service.ts';

/** One invoice paid in cash, of which an item is credited: a payment to void, an item to cancel, money to give back. */
async function sellInCash(desk: TestService): Promise<void> {
  const done = await sell(desk, {
    clientId: 2,
    items: [{ productId: 1 }, { productId: 2 }],
    tenders: [{ method: 'cash', tenderedMinor: 4000 }],
  });
  const [, booklet = 0] = await itemIdsOf(desk, done.invoiceId);
  await desk.call('item.cancel', { itemId: booklet, reason: 'retour' });
  const integrated = { address: '192.168.1.40', poiId: 'V400m-324688179', environment: 'test' as const };
  await desk.call('terminal.add', { name: 'T2', integrated });
}

test('no WCAG 2.2 AA violation on the first run', async ({ page }) => {
  const app = await startLoopbackApp();
  try {
    await page.goto(app.address);
    for (const language of ['FR', 'EN']) {
      await page.getByText(language, { exact: true }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language.toLowerCase());
      await scanPage(page, `first run ${language}`);
    }
  } finally {
    await app.discard();
  }
});

for (const language of ['fr', 'en'] as const)
  test(`no WCAG 2.2 AA violation in any dialog or live panel, ${language}`, async ({ page }) => {
    const app = await startLoopbackApp({ fill: (path) => fillDesk(path, sellInCash) });
    const settings = settingsWords[language];
    const client = clientWords[language];
    const invoice = invoiceWords[language];
    const till = tillWords[language];
    const terminal = terminalWords[language];
    const terminalSettings = terminalSettingsWords[language];
    const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
    /** Opens a dialog by a button of a screen, looks at it, and closes it. */
    const dialog = async (hash: string, ...names: readonly string[]) =>
      await test.step(`${hash} ${names.at(-1)}`, async () => {
        await go(page, hash);
        for (const name of names)
          await page.getByRole('button', { name }).or(page.getByRole('menuitem', { name })).first().click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expect(page.getByRole('menu')).toHaveCount(0);
        await scanPage(page, names.join(' > '));
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      });
    try {
      await page.goto(app.address);
      await page.getByRole('button', { name: 'founder' }).click();
      await expect(button('1')).toBeVisible();
      await page.keyboard.type(FILLED_PIN);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('navigation').first()).toBeVisible();
      await page.getByText(language.toUpperCase(), { exact: true }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);

      await dialog('#/client/2', client.operations, client.operation.addPerson);
      await dialog('#/client/2', client.operations, client.operation.archive);
      await dialog('#/client/2', client.operations, statementWords[language].operation);
      await test.step('the cancellation page', async () => {
        const cancel = cancellationWords[language];
        await go(page, '#/invoice/1');
        await button(invoice.items.cancel.replace('{{name}}', 'Lunettes')).click();
        await expect(page.getByRole('heading', { name: cancel.ledger.title })).toBeVisible();
        await page.getByLabel(cancel.fee.keep).check();
        await page.getByText(cancel.way.percent, { exact: true }).first().click();
        await scanPage(page, 'cancellation');
      });
      await dialog('#/invoice/1', invoice.payments.void);
      await dialog('#/invoice/1', invoice.actions.print);
      for (const move of ['payIn', 'payOut', 'topUp', 'drop', 'noSale'] as const)
        await dialog('#/till', till.move[move]);
      await dialog('#/till', till.end.submit);
      await dialog('#/settings?page=catalogue', catalogueWords[language].add);
      await dialog('#/settings?page=catalogue', `${settings.change} Lunettes`);
      await dialog('#/settings?page=staff', settings.staff.add);
      await dialog('#/settings?page=staff', settings.staff.reset);
      await dialog('#/settings?page=tills', settings.tills.addTill);
      await dialog('#/settings?page=tills', settings.tills.addTerminal);
      await dialog('#/settings?page=tills', `${settings.change} T2`);
      await dialog('#/settings?page=tills', terminalSettings.linkOf.replace('{{name}}', 'T2'));
      await dialog('#/settings?page=backup', settings.backup.make, settings.backup.restore);

      await test.step('panels of the shell', async () => {
        await go(page, '#/client?new=1');
        await expect(page.getByRole('heading', { name: client.form.newTitle })).toBeVisible();
        await scanPage(page, 'new client');
        await go(page, '#/action');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        for (const key of ['Control+k', '?']) {
          await page.keyboard.press(key);
          await expect(page.getByRole('dialog')).toBeVisible();
          await scanPage(page, key);
          await page.keyboard.press('Escape');
          await expect(page.getByRole('dialog')).toHaveCount(0);
        }
      });

      await test.step('the live terminal panel', async () => {
        await go(page, '#/counter?client=2');
        const search = page.locator('main input').first();
        await search.fill('Lunettes');
        await expect(page.getByRole('listitem').filter({ hasText: 'Lunettes' })).toHaveCount(1);
        await search.press('Enter');
        await expect(page.getByRole('status', { name: /Lunettes/ })).toHaveText('1');
        await page.keyboard.press('F2');
        await scanPage(page, 'card tender');
        await page.keyboard.press('F12');
        await expect(page.getByText(terminal.question)).toBeVisible();
        await scanPage(page, 'live terminal');
        await page.keyboard.press('F7');
        await scanPage(page, 'slip');
        await page.keyboard.press('Escape');
        await page.keyboard.press('F10');
        await page.keyboard.press('F12');
        await go(page, '#/action');
        await page
          .getByRole('button', { name: /22[,.]98/ })
          .first()
          .click();
        await scanPage(page, 'settlement');
      });

      await test.step('the cash hand-over and the refund done', async () => {
        await go(page, '#/refund?client=2&step=destination&to=cash');
        await page.getByLabel(refundWords[language].reason.label).selectOption({ index: 1 });
        await page.keyboard.press('F12');
        await expect(page.getByText(refundWords[language].handOver.ask)).toBeVisible();
        await scanPage(page, 'cash hand-over');
        await page.keyboard.press('F7');
        await expect(page.getByText('RB-000001').first()).toBeVisible();
        await scanPage(page, 'refund done');
      });
    } finally {
      await app.discard();
    }
  });

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
}
