import { expect, type Page, test } from '@playwright/test';
import { approvalWords } from '../../shared/i18n/approval.ts';
import { clientWords } from '../../shared/i18n/client.ts';
import { counterWords } from '../../shared/i18n/counter.ts';
import { customItemWords } from '../../shared/i18n/custom-item.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { rebateWords } from '../../shared/i18n/rebate.ts';
import { settingsWords } from '../../shared/i18n/settings.ts';
import { scanPage } from '../support/axe.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { go, press } from '../support/front-page.ts';
import { type LoopbackApp, startLoopbackApp } from '../support/loopback-app.ts';
import type { TestService } from '../support/test-service.ts';

/** « Famille Desrosiers » of the filled desk. */
const CLIENT = 2;
const CLERK = 'clerk';
const SUPERVISOR = 'supervisor';

/** Custom items, a client who owes 19.99 + taxes for 40 days, and a block on it. */
async function owing(desk: TestService): Promise<void> {
  await desk.call('customItem.add', {
    kind: 'rebate',
    nameFr: 'Geste',
    nameEn: 'Goodwill',
    ledgerCode: '4900',
  });
  await desk.call('customItem.add', {
    kind: 'fee',
    nameFr: 'Retard au camp',
    nameEn: 'Late pick-up',
    ledgerCode: '4500',
    taxClass: 'exempt',
    defaultAmountMinor: 1000,
  });
  await desk.call('invoice.issue', { clientId: CLIENT, items: [{ productId: 1 }] });
  await desk.ready('clerk');
  await desk.ready('supervisor');
}

for (const language of ['fr', 'en'] as const) {
  const words = rebateWords[language];

  test(`a rebate above the limit passes by a supervisor's PIN (${language})`, async ({ page }) => {
    const app = await openDesk();
    try {
      await signIn(page, app.address, CLERK, language);
      await go(page, `#/counter?client=${CLIENT}`);
      await addToCart(page, 'Livret', language);
      const cart = page.getByRole('region', { name: counterWords[language].cart });
      await cart.getByRole('button', { name: fill(words.onLine, { name: 'Livret' }) }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: words.amount }).fill('3.00');
      await dialog.getByLabel(words.label).selectOption({ index: 1 });
      await dialog.getByRole('textbox', { name: words.reason }).fill('couverture pliée');
      await scanPage(page, 'rebate of a line');
      await dialog.getByRole('button', { name: words.apply }).click();
      await expect(cart).toContainText(/-?\$?3[.,]00/);
      await press(page, 'F6');
      await press(page, 'F12');
      await expect(page.getByRole('dialog')).toContainText(words.approval.title);
      await scanPage(page, 'approval of a rebate');
      await approve(page, language);
      await expect(page.getByRole('article')).toContainText('7');
      await scanPage(page, 'sold with a rebate');
    } finally {
      await app.discard();
    }
  });

  test(`a blocked client buys by paying what is overdue, or by an override (${language})`, async ({
    page,
  }) => {
    const app = await openDesk();
    try {
      await signIn(page, app.address, 'administrator', language);
      await go(page, '#/settings?page=paymentRule');
      await page.getByLabel(words.rule.unpaid).selectOption('block');
      await page.getByRole('textbox', { name: words.rule.days }).fill('30');
      await scanPage(page, 'payment rule');
      await page.getByRole('button', { name: settingsWords[language].save }).click();
      await expect(page.getByText(settingsWords[language].saved)).toBeVisible();
      await go(page, '#/settings?page=customItems');
      await expect(page.getByRole('cell', { name: customItemWords[language].kind.rebate })).toBeVisible();
      await scanPage(page, 'custom items');
      await signOut(page);

      await signIn(page, app.address, CLERK, language);
      await go(page, `#/counter?client=${CLIENT}`);
      await addToCart(page, 'Livret', language);
      await expect(page.getByRole('status').filter({ hasText: /22[.,]98/ })).toBeVisible();
      await press(page, 'F6');
      await press(page, 'F12');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText(/22[.,]98/);
      await scanPage(page, 'unpaid balance');
      await dialog.getByRole('textbox', { name: words.override.reason }).fill('entente de paiement');
      await dialog.getByRole('button', { name: words.override.use }).click();
      await expect(page.getByRole('dialog')).toContainText(words.approval.title);
      await approve(page, language);
      await expect(page.getByRole('article')).toBeVisible();
    } finally {
      await app.discard();
    }
  });

  test(`the chooser leads to a rebate, and an invoice is made by hand (${language})`, async ({ page }) => {
    const app = await openDesk();
    try {
      await signIn(page, app.address, SUPERVISOR, language);
      await go(page, `#/client/${CLIENT}`);
      await page.getByRole('button', { name: clientWords[language].operations, exact: true }).click();
      await page.getByRole('menuitem', { name: clientWords[language].operation.lower }).click();
      const dialog = page.getByRole('dialog');
      for (const way of ['rebate', 'item', 'credit', 'discount'] as const)
        await expect(dialog).toContainText(clientWords[language].lower[way].title);
      await scanPage(page, 'the chooser');
      await dialog.getByRole('button', { name: clientWords[language].lower.rebate.title }).click();
      await dialog.getByRole('button', { name: /Lunettes/ }).click();
      await dialog.getByRole('textbox', { name: words.amount }).fill('5.00');
      await dialog.getByRole('textbox', { name: words.reason }).fill('verre rayé');
      await expect(dialog).toContainText(/5[.,]75/);
      await scanPage(page, 'rebate on a billed item');
      await press(page, 'F12');
      await expect(dialog).toBeHidden();

      await page.getByRole('button', { name: clientWords[language].operations, exact: true }).click();
      await page.getByRole('menuitem', { name: words.manual.operation }).click();
      await page.getByRole('button', { name: words.manual.add }).click();
      await expect(page.getByRole('button', { name: /10[.,]00/ })).toBeVisible();
      await scanPage(page, 'invoice by hand');
      await press(page, 'F12');
      await expect(page.getByRole('heading', { name: /F-000002/ })).toBeVisible();
      await expect(page.getByText(invoiceWords[language].history.kind.invoice)).toBeVisible();
      await scanPage(page, 'the invoice made by hand');
    } finally {
      await app.discard();
    }
  });
}

async function openDesk(): Promise<LoopbackApp> {
  return await startLoopbackApp({ fill: async (path) => await fillDesk(path, owing, daysAgo(40)) });
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

async function signIn(page: Page, address: string, name: string, language: 'fr' | 'en'): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(address);
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
  await page.keyboard.type(FILLED_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  if (language === 'en') await page.getByRole('button', { name: 'EN, English' }).click();
}

const fill = (sentence: string, values: Record<string, string>) =>
  sentence.replace(/\{\{(\w+)[^}]*\}\}/g, (_, name: string) => values[name] ?? '');

async function addToCart(page: Page, name: string, language: 'fr' | 'en'): Promise<void> {
  const search = page.locator('main input[placeholder]').first();
  await search.fill(name);
  await expect(
    page.getByRole('region', { name: counterWords[language].catalogue }).getByRole('listitem'),
  ).toHaveCount(1);
  await search.press('Enter');
  await expect(page.getByRole('region', { name: counterWords[language].cart })).toContainText(name);
}

async function approve(page: Page, language: 'fr' | 'en'): Promise<void> {
  const words = approvalWords[language];
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words.who).selectOption({ label: SUPERVISOR });
  await dialog.getByRole('textbox', { name: fill(words.pin, { name: SUPERVISOR }) }).fill(FILLED_PIN);
  await press(page, 'F12');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem').last().click();
}
