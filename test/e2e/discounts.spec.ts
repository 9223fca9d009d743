import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import { counterWords } from '../../shared/i18n/counter.ts';
import { discountWords } from '../../shared/i18n/discount.ts';
import { settingsWords } from '../../shared/i18n/settings.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

const words = discountWords.fr;
const save = settingsWords.fr.save;

test('stacked and exclusive discounts are set, tried and explained at the counter', async ({ page }) => {
  const app = await startLoopbackApp({ demo: true });
  try {
    await page.goto(app.address);
    await page.getByText('Marie-Ève Tremblay').click();
    await page.keyboard.type(DEMONSTRATION_PIN);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation').first()).toBeVisible();

    await go(page, '#/settings?page=discounts');
    await addRule(page, { name: 'Rentrée', percent: '10', order: '1', group: 'saison' });
    await addRule(page, { name: 'Fidélité', percent: '20', order: '2', group: 'saison' });
    await addRule(page, { name: 'Boutique', percent: '50', order: '3' });

    await go(page, '#/counter');
    await addToCart(page, 'Bonnet de bain');
    const cart = page.getByRole('region', { name: counterWords.fr.cart });
    // 4.95: the better of the group takes 0.99 off, the next half of the 3.96 left
    await expect(cart).toContainText('Fidélité');
    await expect(cart).toContainText(/-0,99/);
    await expect(cart).toContainText(/-1,98/);
    await expect(cart.getByText('Rentrée')).toBeHidden();
    await cart.getByText(/rabais ne s’appl/).click();
    await expect(cart.getByText(/Rentrée.*«.Fidélité.» est meilleur/)).toBeVisible();

    await cart.getByRole('button', { name: words.counter.addCode }).click();
    await page.keyboard.type('RIEN');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(/Aucun rabais n’a le code/);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('PORTES');
    await page.keyboard.press('Enter');
    await expect(cart).toContainText('Portes ouvertes');
    await scan(page);
  } finally {
    await app.discard();
  }
});

interface Rule {
  name: string;
  percent: string;
  order: string;
  group?: string;
}

async function addRule(page: Page, rule: Rule): Promise<void> {
  await page.getByRole('button', { name: words.add }).click();
  const dialog = page.getByRole('dialog');
  const field = (label: string) => dialog.getByRole('textbox', { name: label });
  await dialog.getByRole('button', { name: save }).click();
  await expect(dialog.getByText(words.problem.name)).toBeVisible();
  await field(words.field.nameFr).fill(rule.name);
  await field(words.field.percent).fill(rule.percent);
  await dialog.getByRole('textbox', { name: words.field.priority }).fill(rule.order);
  if (rule.group) await field(words.field.exclusiveGroup).fill(rule.group);
  if (rule.name === 'Rentrée') await tryIt(page);
  await dialog.getByRole('button', { name: save }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('cell', { name: rule.name }).first()).toBeVisible();
}

/** The simulator sells nothing, and shows the rule before it is live. */
async function tryIt(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await scan(page);
  await dialog.getByRole('button', { name: words.simulator.open }).click();
  await dialog
    .getByRole('combobox', { name: words.simulator.product })
    .or(dialog.getByLabel(words.simulator.product))
    .first()
    .fill('Bonnet de bain');
  await page.getByRole('option', { name: 'Bonnet de bain' }).click();
  await expect(dialog.getByText(/-0,50/)).toBeVisible();
  await scan(page);
  await page.keyboard.press('Escape');
}

async function addToCart(page: Page, name: string): Promise<void> {
  const search = page.locator('main input').first();
  await search.fill(name);
  await expect(
    page.getByRole('region', { name: counterWords.fr.catalogue }).getByRole('listitem'),
  ).toHaveCount(1);
  await search.press('Enter');
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
