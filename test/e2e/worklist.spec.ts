import { expect, type Page, test } from '@playwright/test';
import { type ServedSimulator, serveSimulator } from '../../electron/gateway/simulator/serve-simulator.ts';
import { actionWords } from '../../shared/i18n/action.ts';
import { gatewayWords } from '../../shared/i18n/gateway.ts';
import { moneyWhereWords } from '../../shared/i18n/money-where.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { terminalWords } from '../../shared/i18n/terminal.ts';
import { scanPage } from '../support/axe.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { go, press } from '../support/front-page.ts';
import { type LoopbackApp, startLoopbackApp } from '../support/loopback-app.ts';
import { fillWorklist, MANY, type WorklistDesk } from '../support/worklist-desk.ts';

const words = actionWords.fr;
const where = moneyWhereWords.fr;

// One desk with all of it: each test leaves what the others look at alone
test.describe.configure({ mode: 'serial' });
let app: LoopbackApp;
let simulator: ServedSimulator;
let desk: WorklistDesk;
let page: Page;

async function signInAs(on: Page, name: string): Promise<void> {
  await on.goto(app.address);
  await on.getByRole('button', { name }).click();
  await expect(on.getByRole('button', { name: '1', exact: true })).toBeVisible();
  await on.keyboard.type(FILLED_PIN);
  await on.keyboard.press('Enter');
  await expect(on.getByRole('navigation').first()).toBeVisible();
}

test.beforeAll(async ({ browser }) => {
  simulator = await serveSimulator({});
  app = await startLoopbackApp({
    fill: (path) =>
      fillDesk(path, async (service) => {
        desk = await fillWorklist(service, simulator);
      }),
  });
  // a context of its own, which the accessibility scan asks for
  page = await (await browser.newContext()).newPage();
  await signInAs(page, 'founder');
});

test.afterAll(async () => {
  await page?.context().close();
  await app?.discard();
  await simulator?.close();
});

const rowsOf = (on: Page) => on.getByRole('list', { name: words.list.label }).getByRole('button');
const detail = () => page.getByRole('region', { name: words.detailTitle });

/** Opens the one row of a client and a kind. */
async function openRow(client: string, kind: keyof typeof words.kind): Promise<void> {
  await go(page, '#/till');
  await go(page, `#/action?kind=${kind}`);
  const row = rowsOf(page).filter({ hasText: client });
  await expect(row).toHaveCount(1);
  await row.press('Enter');
  await expect(detail()).toContainText(client);
}

test('a failed instalment is retried on another card that the client authorised, once', async () => {
  await openRow('Luc Roy', 'instalment-failed');
  await expect(detail()).toContainText(/38,33.*Réessayer 38,33/s);
  await scanPage(page, 'failed instalment');
  await detail().getByRole('button', { name: words.can['other-method'] }).click();
  await expect(detail().getByLabel(words.again.other)).toHaveValue(/\d+/);
  const before = simulator.world.moved.charges;
  await detail()
    .getByRole('button', { name: /^Débiter 38,33/ })
    .dblclick();
  await expect(page.getByText(/38,33.*payés sur Visa •••• 8821/)).toBeVisible();
  await expect(rowsOf(page).filter({ hasText: 'Luc Roy' })).toHaveCount(0, { timeout: 30_000 });
  expect(simulator.world.moved.charges).toBe(before + 1);
});

test('a failed refund is turned into an offline refund on the terminal', async () => {
  await openRow('Anne Gagnon', 'refund-failed');
  await detail()
    .getByRole('button', { name: /^Réessayer 60,00/ })
    .click();
  await expect(detail().getByRole('alert')).toBeVisible();
  await detail().getByRole('button', { name: words.can['refund-offline'] }).click();
  await page.getByLabel(refundWords.fr.reason.label).selectOption('card-closed');
  await press(page, 'F12');
  const live = page.getByRole('region', { name: terminalWords.fr.question });
  await expect(live).toBeVisible();
  await page.keyboard.press('F7');
  const slip = terminalWords.fr.evidence;
  await page.getByLabel(slip.amount).fill('60,00');
  await page.getByLabel(slip.approvalCode).fill('7781');
  await page.getByLabel(slip.brand).selectOption('visa');
  await page.getByLabel(slip.last4).fill('5005');
  await page.getByLabel(slip.slipNumber).fill('901');
  await press(page, 'F12');
  await expect(page.getByRole('article')).toContainText('60,00');
  await go(page, '#/action?kind=refund-failed');
  await expect(rowsOf(page).filter({ hasText: 'Anne Gagnon' })).toContainText(words.list.resolved);
});

test('two thousand rows: only those on the screen exist, and the keys reach every one of them', async () => {
  await go(page, '#/till');
  await go(page, '#/action?kind=instalment-overdue');
  const rows = rowsOf(page);
  await expect(rows.first()).toBeFocused();
  await expect(
    page.getByRole('button', { name: `${words.kind['instalment-overdue']} ${MANY}` }),
  ).toBeVisible();
  expect(await rows.count()).toBeLessThan(60);
  const place = () => page.evaluate(() => Number((document.activeElement as HTMLElement).dataset.index));
  await page.keyboard.press('ArrowDown');
  await expect.poll(place).toBe(1);
  const begun = Date.now();
  for (let presses = 1; presses <= 12; presses += 1) {
    await page.keyboard.press('PageDown');
    await expect.poll(place, { intervals: [5, 10, 20, 50] }).toBe(1 + 6 * presses);
  }
  // each press waits for its row to exist and take the focus; a second of it on a busy machine
  expect(Date.now() - begun).toBeLessThan(12 * 1000);
  await page.keyboard.press('End');
  await expect.poll(place).toBe(MANY - 1);
  expect(await rows.count()).toBeLessThan(60);
  await page.keyboard.press('Enter');
  await expect(detail()).toContainText('École des Pins');
  await page.keyboard.press('c');
  await expect(page.getByText(/Vous vous en occupez depuis/)).toBeVisible();
  await page.keyboard.press('Home');
  await expect.poll(place).toBe(0);
  await scanPage(page, 'worklist');
  await page.getByText(words.filter.mine, { exact: true }).click();
  await expect(rows).toHaveCount(1);
});

test('one clerk claims a row; the other sees who, and is told when they try', async ({ browser }) => {
  const context = await browser.newContext();
  try {
    const other = await context.newPage();
    await signInAs(other, 'clerk');
    for (const each of [page, other]) {
      await go(each, '#/till');
      await go(each, '#/action?kind=refund-to-issue');
    }
    await rowsOf(page).first().press('c');
    await expect(rowsOf(page).first()).toContainText(words.claim.mine);
    await expect(rowsOf(other).first()).toContainText('founder');
    await rowsOf(other).first().press('Enter');
    await expect(other.getByText(/founder s’en occupe depuis/)).toBeVisible();
    await rowsOf(other).first().press('c');
    await expect(other.getByRole('alert')).toContainText('founder');
    await rowsOf(page).first().press('c');
    await expect(rowsOf(other).first()).not.toContainText('founder');
  } finally {
    await context.close();
  }
});

test('where is the money: five causes, each in one sentence of the client’s language', async () => {
  await go(page, `#/client/${desk.causesClientId}?where=all`);
  const cards = page.getByRole('list', { name: where.list }).locator('> li');
  await expect(cards).toHaveCount(6);
  for (const cause of ['in-doubt', 'cheque-to-issue', 'credit-only', 'bank-delay', 'cash-given'] as const)
    await expect(cards.filter({ hasText: where.cause[cause] }).first()).toBeVisible();
  await expect(cards.filter({ hasText: where.cause['bank-delay'] })).toContainText(
    /15,00.*ont été remis le .* sur Visa •••• 4417 \(autorisation .*\)\. La banque peut prendre jusqu’à 10 jours/,
  );
  await scanPage(page, 'where is the money');
  await cards
    .filter({ hasText: where.cause['credit-only'] })
    .first()
    .getByRole('button', { name: where.print })
    .click();
  await expect(page.getByRole('dialog').getByRole('article')).toContainText(
    'Aucun remboursement n’a été demandé',
  );
  await page.keyboard.press('Escape');
  // the screen follows the clerk, the sentence stays the client's
  await page.getByText('EN', { exact: true }).click();
  const inEnglish = page.getByRole('list', { name: moneyWhereWords.en.list }).locator('> li');
  await expect(inEnglish.filter({ hasText: moneyWhereWords.en.cause['cash-given'] })).toContainText(
    'remis comptant',
  );
  await page.getByText('FR', { exact: true }).click();
});

test('the instalment run says what it did; a payout is recorded', async () => {
  await go(page, '#/client?due=1');
  await page.getByRole('button', { name: gatewayWords.fr.run.start }).click();
  await expect(page.getByText(/Dernier passage le/)).toBeVisible();
  await scanPage(page, 'instalment run');
  await go(page, '#/till?payout=new');
  await page.getByLabel(gatewayWords.fr.payout.received).fill('98,33');
  await page.getByLabel(gatewayWords.fr.payout.reference).fill('po_1');
  await scanPage(page, 'payouts');
  await press(page, 'F12');
  await expect(page.getByText(gatewayWords.fr.payout.done)).toBeVisible();
});
