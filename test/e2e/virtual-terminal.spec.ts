import { expect, type Page, test } from '@playwright/test';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { batchSlipWords } from '../../shared/i18n/batch-slip.ts';
import { integratedWords } from '../../shared/i18n/integrated.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { refundWhyWords } from '../../shared/i18n/refund-why.ts';
import { virtualTerminalWords } from '../../shared/i18n/virtual-terminal.ts';
import { scanPage } from '../support/axe.ts';
import { fillDesk } from '../support/filled-desk.ts';
import { go, press, signIn } from '../support/front-page.ts';
import { itemIdsOf, sell } from '../support/goods.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';
import { startSimulatorProcess } from '../support/simulator-process.ts';
import type { TestService } from '../support/test-service.ts';

const words = integratedWords.fr;
const refund = refundWords.fr;
const terminal = virtualTerminalWords.fr;
const batch = batchSlipWords.fr;
const CLIENT_ID = 2;
/** Longer than the waits between the service's own questions: within ten seconds of the terminal's return. */
const SETTLED = { timeout: 10_000 };

test('the desk, the virtual terminal and its own page, each in a process of its own', async ({ page }) => {
  test.setTimeout(120_000);
  const simulator = await startSimulatorProcess();
  const { integrated, secret } = simulator;
  const app = await startLoopbackApp({
    fill: (path) =>
      fillDesk(path, async (desk) => {
        const { terminalId } = await desk.call('terminal.add', { name: 'T2', integrated });
        await desk.call('terminal.keepKey', { terminalId, ...secret });
        await oweThreeWays(desk);
      }),
  });
  const client = await page.context().newPage();
  const button = (on: Page, name: string) => on.getByRole('button', { name });
  try {
    await client.goto(simulator.page);
    await signIn(page, app.address);

    await test.step('its page waits for the desk, in both languages', async () => {
      await expect(client.getByText(terminal.screen.idle)).toBeVisible();
      await scanPage(client, 'virtual terminal');
      await button(client, terminal.otherLanguage).click();
      await expect(client.getByRole('heading', { name: virtualTerminalWords.en.title })).toBeVisible();
      await button(client, virtualTerminalWords.en.otherLanguage).click();
    });

    await test.step('the saved card is invalid, the cable is pulled mid-way: in doubt, then it settles by itself', async () => {
      await go(
        page,
        `#/refund?client=${CLIENT_ID}&step=destination&to=terminal&terminal=2&amount=2298&only=memo-1`,
      );
      await expect(page.getByText(refundWhyWords.fr['card-not-valid']).first()).toBeVisible();
      await page.getByLabel(refund.reason.label).selectOption('card-expired');
      await press(page, 'F12');
      await expect(page.getByText(words.sayWords.out)).toBeVisible();
      await expect(client.getByText(/22,98/).first()).toBeVisible();
      await button(client, terminal.pull).click();
      await expect(page.getByRole('heading', { name: words.doubt.title })).toBeVisible();
      await button(client, terminal.insert).click();
      await expect(client.getByText(terminal.screen.approved)).toBeVisible();
      await button(client, terminal.plug).click();
      await expect(page.getByText('RB-000001').first()).toBeVisible(SETTLED);
    });

    await test.step('the rest goes two ways: the terminal, then cash, one approved by the client’s card', async () => {
      await go(page, `#/refund?client=${CLIENT_ID}&step=destination`);
      await page.getByRole('radio', { name: refund.parts.way }).click();
      await page
        .getByLabel(refund.parts.which.replace('{{number}}', '1'))
        .selectOption({ label: 'Terminal T2' });
      await page.getByLabel(refund.reason.label).selectOption('card-expired');
      await expect(page.getByRole('status').filter({ hasText: refund.parts.even })).toBeVisible();
      await page.getByLabel(refund.parts.amount.replace('{{number}}', '2')).fill('19,00');
      await expect(page.getByRole('status').filter({ hasText: /1,00.*répartir/ })).toBeVisible();
      await expect(page.locator('button[aria-keyshortcuts="F12"]').last()).toBeDisabled();
      await page.getByLabel(refund.parts.amount.replace('{{number}}', '2')).fill('20,00');
      await scanPage(page, 'parts');
      await press(page, 'F12');
      await expect(client.getByText(terminal.screen.present)).toBeVisible();
      await button(client, terminal.tap).click();
      await expect(page.getByText('RB-000002').first()).toBeVisible(SETTLED);
      await button(page, 'Part suivante').click();
      await scanPage(page, 'part to begin');
      await press(page, 'F12');
      await page.getByRole('button', { name: refund.handOver.given, exact: true }).click();
      await expect(page.getByText('RB-000003').first()).toBeVisible();
      await expect(page.getByRole('article')).toContainText('Part 2 de 2');
    });

    await test.step('its batch slip, copied wrong, then right with its brand', async () => {
      await go(page, '#/till?batch=new');
      await page.getByLabel(batch.terminal, { exact: true }).selectOption({ label: 'T2' });
      await page.getByLabel(batch.salesCount).fill('0');
      await page.getByLabel(batch.salesSum).fill('0,00');
      await page.getByLabel(batch.refundsCount).fill('2');
      await page.getByLabel(batch.refundsSum).fill('45,69');
      await press(page, 'F12');
      await expect(page.getByText(batch.cause['amount-differs']).first()).toBeVisible();
      await page.getByLabel(batch.refundsSum).fill('45,96');
      await button(page, batch.brands.add).click();
      const visa = page.getByRole('group', { name: 'Visa' });
      await visa.getByLabel(batch.refundsCount).fill('1');
      await visa.getByLabel(batch.refundsSum).fill('45,96');
      await press(page, 'F12');
      await expect(page.getByRole('alert')).toContainText(/marque/);
      await visa.getByLabel(batch.refundsCount).fill('2');
      await scanPage(page, 'batch slip');
      await press(page, 'F12');
      await expect(page.getByRole('status').filter({ hasText: /le lot est accepté/ })).toBeVisible();
      await expect(client.getByText('45,96').first()).toBeVisible();
    });
    await app.stop();
    expect((await verifyFile(app.ledgerFile)).problems).toEqual([]);
  } finally {
    await app.discard();
    await simulator.stop();
  }
});

/** Two goggles paid online with a card that has expired since, both cancelled, and 20.00 in cash on the account. */
async function oweThreeWays(desk: TestService): Promise<void> {
  for (let index = 0; index < 2; index++) {
    const done = await sell(desk, {
      clientId: CLIENT_ID,
      items: [{ productId: 1 }],
      tenders: [
        { method: 'online-card', amountMinor: 2298, brand: 'Visa', last4: '4417', status: 'expired' },
      ],
    });
    const [itemId = 0] = await itemIdsOf(desk, done.invoiceId);
    await desk.call('item.cancel', { itemId, reason: 'annulé' });
  }
  await desk.call('payment.take', {
    clientId: CLIENT_ID,
    tenders: [{ method: 'cash', tenderedMinor: 2000 }],
    restAsDeposit: true,
  });
}
