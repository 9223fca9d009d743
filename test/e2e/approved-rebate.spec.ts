import { expect, test } from '@playwright/test';
import { approvalWords } from '../../shared/i18n/approval.ts';
import { rebateWords } from '../../shared/i18n/rebate.ts';
import { scanPage } from '../support/axe.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { go, press } from '../support/front-page.ts';
import { addProduct, itemIdsOf, openClient, sell } from '../support/goods.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';
import type { TestService } from '../support/test-service.ts';

const words = approvalWords.fr;
const INVOICE = '#/invoice/1';

/** A course of 100.00, a rebate on it and a sale with one, both asked for by the clerk and approved in the queue. */
async function approved(desk: TestService): Promise<void> {
  const course = await addProduct(desk, 10_000, { nameFr: 'Poterie', taxClass: 'exempt' });
  const { clientId } = await openClient(desk, { name: 'Roy' });
  const { invoiceId } = await sell(desk, { clientId, items: [{ productId: course }] });
  const [itemId = 0] = await itemIdsOf(desk, invoiceId);
  const rebate = { itemId, amountMinor: 2000, reason: 'four en panne' };
  const invoice = {
    clientId,
    items: [{ productId: course, rebate: { amountMinor: 3000, reason: 'four en panne' } }],
  };
  for (const ask of [{ rebate }, { invoice }]) {
    const { approvalId } = await desk.call('approval.ask', ask, { as: 'clerk' });
    await desk.call('approval.grant', { approvalId }, { as: 'supervisor' });
  }
}

test('a rebate and a sale approved in the queue are finished by the clerk in one click each', async ({
  page,
}) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path, approved) });
  try {
    await page.goto(app.address);
    await page.getByRole('button', { name: 'clerk', exact: true }).click();
    await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
    await page.keyboard.type(FILLED_PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();

    await test.step('the rebate is given as it was approved', async () => {
      await go(page, '#/action?row=approval-1');
      const finish = page.getByRole('button', { name: /Donner le rabais de 20,00/ });
      await expect(finish).toBeVisible();
      await scanPage(page, 'an approved rebate');
      await finish.click();
      await expect(page.getByText(/Doit 80,00/).first()).toBeVisible();
    });

    await test.step('the sale is issued as it was approved, then paid', async () => {
      await go(page, '#/action?row=approval-2');
      await page.getByRole('button', { name: /Émettre 70,00/ }).click();
      await expect(page.getByRole('checkbox', { name: /Payer Poterie, 70,00/ })).toBeChecked();
      await expect(page.getByRole('checkbox', { name: /Payer Poterie, 80,00/ })).not.toBeChecked();
    });

    await test.step('another rebate above the limit is left in the list', async () => {
      await go(page, `${INVOICE}?rebate=1`);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: rebateWords.fr.amount }).fill('15,00');
      await dialog.getByRole('textbox', { name: rebateWords.fr.reason }).fill('encore');
      await press(page, 'F12');
      await dialog.getByRole('button', { name: words.queue }).click();
      await expect(page.getByText(words.queued)).toBeVisible();
      await go(page, '#/action?row=approval-3');
      await expect(page.getByText(words.ownQueue)).toBeVisible();
    });
  } finally {
    await app.discard();
  }
});
