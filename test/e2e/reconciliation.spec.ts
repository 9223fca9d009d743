import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import { clientWords } from '../../shared/i18n/client.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

const words = clientWords.fr.reconcile;
const DEPOSIT_CLIENT = '#/client/22';

test('a deposit is linked by hand, the rest of the account by one key, and a link is taken away', async ({
  page,
}) => {
  const app = await startLoopbackApp({ demo: true });
  try {
    await page.goto(app.address);
    await page.getByText('Marie-Ève Tremblay').click();
    await page.keyboard.type(DEMONSTRATION_PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();
    await go(page, DEPOSIT_CLIENT);
    await openReconciliation(page);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('button', { name: /^Concilier/ })).toBeEnabled();
    await dialog.getByRole('textbox', { name: words.amount }).fill('40,00');
    await dialog.getByRole('button', { name: words.link, exact: true }).click();
    await expect(dialog.getByRole('status')).toContainText('40,00');
    await scan(page);
    await page.keyboard.press('F12');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(clientWords.fr.deposit, { exact: true })).toBeHidden();

    const invoice = page.getByRole('row').filter({ hasText: 'Natation' }).getByRole('link').first();
    await invoice.click();
    await page
      .getByRole('button', { name: /^Délier/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('textbox').fill('payé par erreur');
    await scan(page);
    await page.keyboard.press('F12');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByText(invoiceWords.fr.items.owed).first()).toBeVisible();
  } finally {
    await app.discard();
  }
});

async function openReconciliation(page: Page): Promise<void> {
  await page.getByRole('button', { name: clientWords.fr.operations, exact: true }).click();
  await page.getByRole('menuitem', { name: clientWords.fr.operation.reconcile }).click();
}

async function scan(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
}
