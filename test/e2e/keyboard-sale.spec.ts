import { expect, type Page, test } from '@playwright/test';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { cancellationWords } from '../../shared/i18n/cancellation.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { confirmOn, tabTo, watchPointer } from '../support/keyboard.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

test('a sale of three items to a client, paid in two tenders, and a refund: not one press of a mouse', async ({
  page,
}) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path) });
  const press = (key: string) => page.keyboard.press(key);
  const confirm = () => confirmOn(page);
  const type = (text: string) => page.keyboard.type(text);
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

    await test.step('name the client', async () => {
      await press('F9');
      await expect(page.getByRole('textbox', { name: /client/i }).first()).toBeFocused();
      await type('desros');
      await expect(page.getByRole('option', { name: /Desrosiers/ })).toBeVisible();
      await press('Enter');
      await expect(page.getByRole('link', { name: 'Famille Desrosiers' })).toBeVisible();
    });

    await test.step('three items', async () => {
      for (const name of ['Lunettes', 'Bonnet', 'Livret']) {
        await type(name);
        await expect(page.getByRole('region', { name: 'Catalogue' }).getByRole('listitem')).toHaveCount(1);
        await press('Enter');
        await expect(page.getByRole('status', { name: new RegExp(name) })).toHaveText('1');
      }
      await expect(page.getByText(/38,67/).first()).toBeVisible();
    });

    await test.step('card, then cash', async () => {
      await press('F2');
      await expect(page.getByLabel('Montant')).toBeFocused();
      await press('Control+a');
      await type('22,98');
      await confirm();
      await press('F1');
      await expect(page.getByLabel('Reçu du client')).toBeFocused();
      await type('20,00');
      await confirm();
      await typeSlip(page, { amount: '22,98', code: '07A31C', slip: '1001' });
      await expect(page.getByText('F-000001').first()).toBeVisible();
      await expect(page.getByText(/4,30/).first()).toBeVisible();
    });

    await test.step('find the invoice and credit an item', async () => {
      await press('Control+k');
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
      await type('F-000001');
      await expect(page.getByRole('option', { name: /F-000001/ })).toBeVisible();
      await press('Enter');
      await expect(page.getByRole('heading', { name: /F-000001/ })).toBeVisible();
      await tabTo(page, invoiceWords.fr.items.cancel.replace('{{name}}', 'Lunettes'));
      await press('Enter');
      await tabTo(page, cancellationWords.fr.reason);
      await type('retour');
      await expect(page.getByRole('button', { name: /^(Créditer|Credit) .*\d/ })).toBeEnabled();
      await confirm();
      await expect(page.getByText('NC-000001').first()).toBeVisible();
    });

    await test.step('the credit leads to its refund: the money goes back on the terminal', async () => {
      await expect(page.getByRole('heading', { name: refundWords.fr.amount.title })).toBeVisible();
      await confirm();
      await expect(page.getByRole('radiogroup')).toBeVisible();
      await tabTo(page, refundWords.fr.reason.label);
      await press('ArrowDown');
      await confirm();
      await typeSlip(page, { amount: '22,98', code: '0B7711', slip: '1002' });
      await expect(page.getByText('RB-000001').first()).toBeVisible();
    });

    expect(await page.locator('html[data-pointed]').count()).toBe(0);
    await app.stop();
    const report = await verifyFile(app.ledgerFile);
    expect(report.problems).toEqual([]);
    expect(report.counts.tables).toMatchObject({
      invoice: 1,
      invoice_item: 3,
      payment: 2,
      credit_memo: 1,
      refund: 1,
      refund_outcome: 1,
    });
  } finally {
    await app.discard();
  }
});

async function typeSlip(page: Page, slip: { amount: string; code: string; slip: string }): Promise<void> {
  await expect(page.getByRole('group', { name: /terminal/ })).toBeVisible();
  await page.keyboard.press('F7');
  await expect(page.getByLabel('Montant sur le bordereau')).toBeFocused();
  await page.keyboard.type(slip.amount);
  await tabTo(page, 'Code d’autorisation');
  await page.keyboard.type(slip.code);
  await tabTo(page, 'Marque de la carte');
  await page.keyboard.press('V');
  await tabTo(page, '4 derniers chiffres');
  await page.keyboard.type('4417');
  await tabTo(page, 'Numéro du bordereau');
  await page.keyboard.type(slip.slip);
  await confirmOn(page);
}
