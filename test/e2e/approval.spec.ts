import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import { actionWords } from '../../shared/i18n/action.ts';
import { approvalWords } from '../../shared/i18n/approval.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { shellWords } from '../../shared/i18n/shell.ts';
import { tillWords } from '../../shared/i18n/till.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

const CLERK = 'Julien Caron';
const SUPERVISOR = 'Nadia Benali';

/** A family whose online card has expired, with an open credit of more than 90.00. */
const CLIENT = 13;

test('a cash refund beyond the limit passes by a supervisor’s PIN, a wrong PIN first', async ({ page }) => {
  const app = await startLoopbackApp({ demo: true });
  const words = approvalWords.fr;
  try {
    await page.goto(app.address);
    await openTill(page);
    await signOut(page);
    await signIn(page, CLERK);
    await askForCash(page);
    await expect(page.getByRole('heading', { name: words.title })).toBeVisible();
    await expect(page.getByText(/Remettre .* comptant à/)).toBeVisible();
    await scan(page);

    await page.getByLabel(words.who).selectOption({ label: SUPERVISOR });
    await page.getByRole('textbox', { name: words.pin.replace('{{name}}', SUPERVISOR) }).fill('111111');
    await page.keyboard.press('F12');
    await expect(page.getByRole('alert')).toContainText(/Il reste 4 essais/);
    await page
      .getByRole('textbox', { name: words.pin.replace('{{name}}', SUPERVISOR) })
      .fill(DEMONSTRATION_PIN);
    await page.keyboard.press('F12');

    await page.getByRole('button', { name: refundWords.fr.handOver.given }).click();
    await expect(page.getByRole('heading', { name: refundWords.fr.done.title, exact: true })).toBeVisible();
    const receipt = page.getByRole('article');
    await expect(receipt).toContainText(`${words.approvedBy} ${SUPERVISOR}`);
    await expect(receipt).toContainText(CLERK);
    await scan(page);
  } finally {
    await app.discard();
  }
});

test('a refund beyond the limit waits in the queue until a supervisor approves it', async ({ page }) => {
  const app = await startLoopbackApp({ demo: true });
  const words = approvalWords.fr;
  try {
    await page.goto(app.address);
    await openTill(page);
    await signOut(page);
    await signIn(page, CLERK);
    await askForCash(page);
    await page.getByRole('button', { name: words.queue }).click();
    await signOut(page);

    await signIn(page, SUPERVISOR);
    await go(page, '#/action');
    await page.getByRole('button', { name: actionWords.fr.says['approval-waiting'] }).click();
    await expect(page.getByRole('region', { name: words.what }).last()).toContainText(CLERK);
    await scan(page);
    await page.getByRole('button', { name: /Approuver/ }).click();
    await expect(page.getByRole('status').filter({ hasText: words.answered.granted })).toBeVisible();
    await signOut(page);

    await signIn(page, CLERK);
    await go(page, '#/action');
    await page.getByRole('button', { name: actionWords.fr.says['approval-granted'] }).click();
    await page.getByRole('button', { name: words.open }).click();
    await expect(page.getByRole('heading', { name: `Approuvé par ${SUPERVISOR}` })).toBeVisible();
    await scan(page);
    await page.keyboard.press('F12');
    await page.getByRole('button', { name: refundWords.fr.handOver.given }).click();
    await expect(page.getByRole('article')).toContainText(`${words.approvedBy} ${SUPERVISOR}`);
    await signOut(page);

    await signIn(page, SUPERVISOR);
    await go(page, '#/action');
    await page.getByText(actionWords.fr.tab.exceptions, { exact: true }).click();
    const row = page.getByRole('table').getByRole('row', { name: new RegExp(`approuvé par ${SUPERVISOR}`) });
    await expect(row.first()).toContainText(CLERK);
    await scan(page);
    await row.first().getByRole('link').click();
    await expect(page.getByRole('article')).toContainText(`${words.approvedBy} ${SUPERVISOR}`);
  } finally {
    await app.discard();
  }
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByText(name).click();
  await page.keyboard.type(DEMONSTRATION_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: shellWords.fr.signOut }).click();
  await expect(page.getByText(SUPERVISOR)).toBeVisible();
}

async function openTill(page: Page): Promise<void> {
  await signIn(page, SUPERVISOR);
  await go(page, '#/till');
  await page.getByLabel(tillWords.fr.open.float).fill('400.00');
  await page.keyboard.press('F12');
  await expect(page.getByText(/Caisse 1 ouverte/).first()).toBeVisible();
}

/** 90.00 in cash, since the card has expired: above the 50.00 of a clerk, and a round amount. */
async function askForCash(page: Page): Promise<void> {
  await go(page, `#/refund?client=${CLIENT}&step=destination&to=cash&amount=9000`);
  await page.getByLabel(refundWords.fr.reason.label).selectOption('card-expired');
  await expect(page.getByRole('button', { name: /Demander l’approbation/ })).toBeEnabled();
  await page.keyboard.press('F12');
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
