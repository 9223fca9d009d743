import { expect, test } from '@playwright/test';
import { bulkWords } from '../../shared/i18n/bulk.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { planWords } from '../../shared/i18n/plan.ts';
import { scanPage } from '../support/axe.ts';
import { fillBilling, YOGA_INVOICE } from '../support/billing-desk.ts';
import { fillDesk } from '../support/filled-desk.ts';
import { go, press, signIn } from '../support/front-page.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

const replace = planWords.fr.replace;
const bulk = bulkWords.fr;
const PEOPLE = 14;
const ACCOUNTS = 12;

test('an item is replaced in one click, and a group is credited with its progress, once', async ({
  page,
}) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path, fillBilling) });
  try {
    await signIn(page, app.address);

    await test.step('75.00 becomes 100.00: the credit pays first, 28.75 is owed', async () => {
      await go(page, YOGA_INVOICE);
      await page.getByRole('button', { name: replace.actionFor.replace('{{name}}', 'Yoga') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: replace.find }).fill('Natation');
      await dialog.getByRole('button', { name: /^Natation/ }).click();
      await expect(dialog).toContainText('-86,23');
      await expect(dialog).toContainText('28,75');
      await dialog.getByRole('textbox', { name: replace.reason }).fill('change de groupe');
      await scanPage(page, 'replacement');
      await press(page, 'F12');
      await expect(page.getByRole('heading', { name: /F-0000\d\d/ })).toBeVisible();
      await expect(page.getByText(invoiceWords.fr.items.owed).first()).toBeVisible();
      await expect(page.getByText(/28,75/).first()).toBeVisible();
      await page.getByRole('link', { name: replace.of.replace('{{number}}', 'F-000004') }).click();
      await expect(page.getByText(invoiceWords.fr.items.state.replaced, { exact: true })).toBeVisible();
    });

    await test.step('fourteen people in twelve accounts, 12.00 and taxes each', async () => {
      await go(page, '#/client?bulk=1');
      await expect(page.getByLabel(bulk.activity)).toContainText('Badminton');
      const option = page.getByLabel(bulk.activity).getByRole('option', { name: /Badminton/ });
      await page.getByLabel(bulk.activity).selectOption(await option.getAttribute('value'));
      await page.getByRole('textbox', { name: bulk.amount }).fill('12,00');
      await page.getByRole('textbox', { name: bulk.words }).fill('Séance annulée');
      await page.getByRole('textbox', { name: bulk.ledgerCode }).fill('4900');
      await page.getByRole('textbox', { name: bulk.reason }).fill('tempête');
      await expect(page.getByRole('status').filter({ hasText: '193,20' })).toContainText(String(PEOPLE));
      await scanPage(page, 'batch preview');
      await press(page, 'F12');
      await expect(page.getByRole('progressbar')).toBeVisible();
      const status = page.getByRole('main').getByRole('status');
      await expect(status.filter({ hasText: bulk.state.done })).toContainText(`${ACCOUNTS} sur ${ACCOUNTS}`);
      await expect(page.getByText(bulk.account.done, { exact: true })).toHaveCount(ACCOUNTS);
      await expect(page.getByText(/NC-0000\d\d/)).toHaveCount(ACCOUNTS);
      await scanPage(page, 'batch done');
    });

    await test.step('the whole batch is reversed by counter-documents', async () => {
      await page.getByRole('button', { name: bulk.reverse.action }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: bulk.reverse.reason }).fill('mauvais cours');
      await press(page, 'F12');
      await expect(page.getByText(bulk.reverses.replace('{{batchId}}', '1'))).toBeVisible();
      await expect(page.getByText(bulk.account.done, { exact: true })).toHaveCount(ACCOUNTS);
    });
  } finally {
    await app.discard();
  }
});
