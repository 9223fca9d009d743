import { expect, type Page, test } from '@playwright/test';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { actionWords } from '../../shared/i18n/action.ts';
import { actionKindWords } from '../../shared/i18n/action-kind.ts';
import { cancellationWords } from '../../shared/i18n/cancellation.ts';
import { displayWords } from '../../shared/i18n/display.ts';
import { integratedWords } from '../../shared/i18n/integrated.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { refundWhyWords } from '../../shared/i18n/refund-why.ts';
import { terminalWords } from '../../shared/i18n/terminal.ts';
import { scanPage } from '../support/axe.ts';
import { type DeskTerminal, openDeskTerminal } from '../support/desk-terminal.ts';
import { fillDesk } from '../support/filled-desk.ts';
import { go, press, signIn } from '../support/front-page.ts';
import { approveLeg, itemIdsOf, requireInProgress, sell } from '../support/goods.ts';
import { type LoopbackApp, startLoopbackApp } from '../support/loopback-app.ts';
import type { TestService } from '../support/test-service.ts';

const words = integratedWords.fr;
const refund = refundWords.fr;
const standalone = terminalWords.fr;
const CLIENT_ID = 2;
const GOGGLES = 'Lunettes';
/** Longer than the waits between the service's own questions. */
const SETTLED = { timeout: 15_000 };

let terminal: DeskTerminal;
let app: LoopbackApp;

test.beforeEach(async () => {
  terminal = await openDeskTerminal();
});

test.afterEach(async () => {
  await app.stop();
  expect((await verifyFile(app.ledgerFile)).problems).toEqual([]);
  await app.discard();
  await terminal.close();
});

test('the saved card is invalid: offline only, on the terminal with the card in hand', async ({ page }) => {
  await start(page, oweOnExpiredCard);
  const display = await openDisplay(page);
  await go(page, `#/refund?client=${CLIENT_ID}&step=destination`);
  await expect(page.getByText(refundWhyWords.fr['card-not-valid']).first()).toBeVisible();
  await page.getByText(words.choice.wayHelp).click();
  await page.getByLabel(refund.reason.label).selectOption('card-expired');
  await scanPage(page, 'destination');
  terminal.plan('hold');
  await press(page, 'F12');
  await expect(
    page.getByRole('heading', { name: words.title.out.replace('{{terminal}}', 'T2') }),
  ).toBeVisible();
  await expect(page.getByText(words.sayWords.out)).toBeVisible();
  await expect(page.getByRole('button', { name: words.cancel })).toBeVisible();
  await expect(display.getByText(displayWords.fr.terminal.hint)).toBeVisible();
  await expect.poll(() => terminal.isHeld()).toBe(true);
  await scanPage(page, 'live');
  await page.reload();
  await expect(page.getByText(words.sayWords.out)).toBeVisible();
  terminal.present();
  await expect(page.getByText('RB-000001').first()).toBeVisible();
  await expect(page.getByRole('article')).toContainText('7003');
  await expect(display.getByText(/Remboursé/)).toBeVisible();
  expect(terminal.moved).toEqual([{ direction: 'out', amountMinor: 2298 }]);
});

test('the cable is pulled: in doubt, nothing new on that terminal, and it settles by itself', async ({
  page,
}) => {
  await page.clock.install();
  await start(page, oweOnExpiredCard);
  const display = await openDisplay(page);
  terminal.plan('break-after');
  await refundOn(page, 2);
  await expect(page.getByRole('heading', { name: words.doubt.title })).toBeVisible();
  await expect(page.getByText(words.doubt.asking.replace('{{terminal}}', 'T2'))).toBeVisible();
  await expect(page.getByText(standalone.question)).toHaveCount(0);
  await expect(display.getByText(displayWords.fr.checkingHint)).toBeVisible();
  await scanPage(page, 'doubt');
  await page.clock.fastForward('01:31');
  await expect(page.getByText(standalone.question)).toBeVisible();
  await expect(page.getByText(standalone.answer.unknown, { exact: true })).toHaveCount(0);
  await scanPage(page, 'doubt after 90 seconds');

  await addGoggles(page);
  await page.keyboard.press('F2');
  await expect(
    page.getByRole('option', { name: words.choice.waits.replace('{{name}}', 'T2') }),
  ).toBeDisabled();
  await go(page, '#/refund/1');
  await page.reload();
  await expect(page.getByRole('heading', { name: words.doubt.title })).toBeVisible();

  terminal.recover();
  await expect(page.getByText('RB-000001').first()).toBeVisible(SETTLED);
  expect(terminal.moved).toEqual([{ direction: 'out', amountMinor: 2298 }]);
});

test('a sale on the terminal: cancelled, sent again, killed and reloaded on the way, then paid', async ({
  page,
}) => {
  await start(page);
  terminal.plan('hold');
  await sellOnTerminal(page, '2');
  await expect(
    page.getByRole('heading', { name: words.title.in.replace('{{terminal}}', 'T2') }),
  ).toBeVisible();
  await expect.poll(() => terminal.isHeld()).toBe(true);
  await page.getByRole('button', { name: words.cancel }).click();
  await expect(page.getByText(words.ended.cancelled)).toBeVisible();
  await scanPage(page, 'cancelled');

  await payOnTerminal(page, '2');
  await expect(page.getByText(words.sayWords.in)).toBeVisible();
  await expect.poll(() => terminal.isHeld()).toBe(true);
  await app.kill();
  await page.goto('about:blank');
  await app.restart();
  await signIn(page, app.address);
  // the start after a crash stops what the terminal was at
  await expect.poll(() => terminal.isHeld(), SETTLED).toBe(false);
  await go(page, '#/action');
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /Vente en attente/ })
    .click();
  await page.getByRole('button', { name: actionKindWords.fr.can['resume-sale'] }).click();
  await expect(page.getByText(words.ended.cancelled)).toBeVisible(SETTLED);

  terminal.plan('decline');
  await payOnTerminal(page, '2');
  await expect(page.getByText(words.why.refused)).toBeVisible();
  terminal.plan('hold');
  await payOnTerminal(page, '2');
  await expect.poll(() => terminal.isHeld()).toBe(true);
  await page.reload();
  await expect(page.getByText(words.sayWords.in)).toBeVisible();
  terminal.present();
  await expect(page.getByText('F-000001').first()).toBeVisible();
  expect(terminal.moved).toEqual([{ direction: 'in', amountMinor: 2298 }]);
});

test('a terminal that forgot: asked again from the list to settle, then a supervisor says “not done”', async ({
  page,
}) => {
  await start(page, oweOnExpiredCard);
  terminal.plan('forget');
  await refundOn(page, 2);
  await expect(page.getByText(words.doubt.notFound)).toBeVisible(SETTLED);
  await go(page, '#/action');
  await page.getByRole('button', { name: /22,98/ }).first().click();
  await page.getByRole('button', { name: words.ask.button }).click();
  await expect(page.getByText(words.ask.answer['not-found'])).toBeVisible();
  await scanPage(page, 'asked');
  // most likely true, so it stands chosen; a person says so all the same
  await expect(page.getByRole('heading', { name: standalone.answer['not-done'] })).toBeVisible();
  await page.getByLabel(standalone.reason).fill('Vu dans l’historique du terminal');
  await press(page, 'F12');
  await expect(page.getByText(actionWords.fr.empty)).toBeVisible();
  await go(page, '#/refund/1');
  await expect(page.getByText(words.ended['not-done-by-operator'])).toBeVisible();
  expect(terminal.moved).toEqual([]);
});

test('the card is read before the refund: another is told and given back, the right one takes the money', async ({
  page,
}) => {
  await start(page);
  await sellOnTerminal(page, '2');
  await expect(page.getByText('F-000001').first()).toBeVisible();
  await go(page, '#/invoice/1');
  await page.getByRole('button', { name: invoiceWords.fr.items.cancel.replace('{{name}}', GOGGLES) }).click();
  await page.getByLabel(cancellationWords.fr.reason).fill('retour');
  await expect(page.getByRole('button', { name: /^(Créditer|Credit) .*\d/ })).toBeEnabled();
  await press(page, 'F12');
  await page.waitForURL(/#\/refund/);
  await go(page, `#/refund?client=${CLIENT_ID}&step=destination&to=terminal&terminal=2`);
  terminal.takeCard('4417');
  await page.getByRole('button', { name: words.card.read }).click();
  await expect(page.getByText(/•••• 4417 au lieu de •••• 7003/)).toBeVisible();
  expect(terminal.hasCard()).toBe(true);
  await scanPage(page, 'another card');
  await page.getByRole('button', { name: words.card.giveBack }).click();
  await expect.poll(() => terminal.hasCard()).toBe(false);
  terminal.takeCard('7003');
  await page.getByRole('button', { name: words.card.read }).click();
  await expect(page.getByText(words.card.same.replace('{{last4}}', '7003'))).toBeVisible();
  await page.getByLabel(refund.reason.label).selectOption('cancelled');
  await press(page, 'F12');
  await expect(page.getByText('RB-000001').first()).toBeVisible();
  expect(terminal.hasCard()).toBe(false);
  expect(terminal.moved.map(({ direction }) => direction)).toEqual(['in', 'out']);
});

test('a stand-alone terminal: a wrong retyped amount and a slip used before are refused', async ({
  page,
}) => {
  await start(page, oweTwiceOnTerminal);
  await refundOn(page, 1, '1000');
  await typeSlip(page, '11,00', '2001');
  await expect(page.getByText(/n’est pas celui demandé/)).toBeVisible();
  await expect(page.locator('button[aria-keyshortcuts="F12"]').last()).toBeDisabled();
  await page.getByLabel(standalone.evidence.amount).fill('10,00');
  await press(page, 'F12');
  await expect(page.getByText('RB-000001').first()).toBeVisible();

  await refundOn(page, 1, '1000');
  await typeSlip(page, '10,00', '2002');
  await press(page, 'F12');
  await expect(page.getByRole('alert')).toContainText('RB-000001');
  expect((await verifyFile(app.ledgerFile)).counts.tables).toMatchObject({ refund_outcome: 1 });
  await page.getByLabel(standalone.evidence.approvalCode).fill('B20022');
  await press(page, 'F12');
  await expect(page.getByText('RB-000002').first()).toBeVisible();
});

test('a slip that shows more: nothing is recorded, then a supervisor settles it and the client owes the rest', async ({
  page,
}) => {
  await start(page, oweTwiceOnTerminal);
  await refundOn(page, 1, '2000');
  await typeSlip(page, '21,00', '2001');
  await page.getByRole('checkbox').check();
  await press(page, 'F12');
  await expect(page.getByText(refund.doubt.conflict)).toBeVisible();
  expect((await verifyFile(app.ledgerFile)).counts.tables).toMatchObject({ refund_outcome: 0 });
  await go(page, '#/action');
  await page.getByRole('button', { name: /20,00/ }).first().click();
  await typeSlip(page, '21,00', '2001');
  await page.getByRole('checkbox').check();
  await expect(page.locator('button[aria-keyshortcuts="F12"]').last()).toBeDisabled();
  await page.getByLabel(standalone.reason).fill('Rapport de lot');
  await scanPage(page, 'in excess');
  await press(page, 'F12');
  await page
    .getByRole('button', { name: /RX-000001/ })
    .first()
    .click();
  await expect(page.getByText(actionKindWords.fr.kind['refund-excess']).last()).toBeVisible();
  await go(page, '#/refund/1');
  await expect(page.getByText(/1,00\s\$ \(RX-000001\)/)).toBeVisible();
  expect((await verifyFile(app.ledgerFile)).problems).toEqual([]);
});

async function start(page: Page, more: (desk: TestService) => Promise<void> = async () => {}): Promise<void> {
  app = await startLoopbackApp({
    fill: (path) =>
      fillDesk(path, async (desk) => {
        const { integrated, secret } = terminal;
        const { terminalId } = await desk.call('terminal.add', { name: 'T2', integrated });
        await desk.call('terminal.keepKey', { terminalId, ...secret });
        await more(desk);
      }),
  });
  await signIn(page, app.address);
}

/** Goggles paid online with a card that has expired since, and cancelled: 22.98 to give back. */
async function oweOnExpiredCard(desk: TestService): Promise<void> {
  const done = await sell(desk, {
    clientId: CLIENT_ID,
    items: [{ productId: 1 }],
    tenders: [{ method: 'online-card', amountMinor: 2298, brand: 'Visa', last4: '4417', status: 'expired' }],
  });
  const [itemId = 0] = await itemIdsOf(desk, done.invoiceId);
  await desk.call('item.cancel', { itemId, reason: 'annulé' });
}

/** Two booklets paid on the stand-alone terminal, and cancelled: 20.00 to give back. */
async function oweTwiceOnTerminal(desk: TestService): Promise<void> {
  const waiting = requireInProgress(
    await desk.call('invoice.issue', {
      clientId: CLIENT_ID,
      items: [{ productId: 2, quantity: 2 }],
      tenders: [{ method: 'terminal', amountMinor: 2000, terminalId: desk.terminalId }],
    }),
  );
  await approveLeg(desk, waiting.attemptId, 2000);
  const { invoices } = await desk.call('invoice.find', { clientId: CLIENT_ID });
  const [itemId = 0] = await itemIdsOf(desk, invoices[0]?.invoiceId ?? 0);
  await desk.call('item.cancel', { itemId, reason: 'annulé' });
}

async function refundOn(page: Page, terminalId: number, amountMinor = ''): Promise<void> {
  const amount = amountMinor ? `&amount=${amountMinor}` : '';
  await go(page, `#/refund?client=${CLIENT_ID}&step=destination&to=terminal&terminal=${terminalId}${amount}`);
  await page.getByLabel(refund.reason.label).selectOption('card-expired');
  await press(page, 'F12');
}

async function sellOnTerminal(page: Page, terminalId: string): Promise<void> {
  await addGoggles(page);
  await payOnTerminal(page, terminalId);
}

async function addGoggles(page: Page): Promise<void> {
  await go(page, `#/counter?client=${CLIENT_ID}`);
  const search = page.locator('main input').first();
  await search.fill(GOGGLES);
  await expect(page.getByRole('listitem').filter({ hasText: GOGGLES })).toHaveCount(1);
  await search.press('Enter');
  await expect(page.getByRole('status', { name: new RegExp(GOGGLES) })).toHaveText('1');
}

async function payOnTerminal(page: Page, terminalId: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.locator('select').last().selectOption(terminalId);
  await press(page, 'F12');
}

async function typeSlip(page: Page, amount: string, slipNumber: string): Promise<void> {
  await page.getByRole('button', { name: standalone.answer.approved }).first().click();
  await page.getByLabel(standalone.evidence.amount).fill(amount);
  await page.getByLabel(standalone.evidence.approvalCode).fill('A2001');
  await page.getByLabel(standalone.evidence.brand).selectOption('visa');
  await page.getByLabel(standalone.evidence.last4).fill('4417');
  await page.getByLabel(standalone.evidence.slipNumber).fill(slipNumber);
}

async function openDisplay(page: Page): Promise<Page> {
  await go(page, '#/till');
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: displayWords.fr.open }).click();
  return await opening;
}
