import { expect, type Page, test } from '@playwright/test';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { actionWords } from '../../shared/i18n/action.ts';
import { cancellationWords } from '../../shared/i18n/cancellation.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { shellWords } from '../../shared/i18n/shell.ts';
import { terminalWords } from '../../shared/i18n/terminal.ts';
import { tillWords } from '../../shared/i18n/till.ts';
import { FILLED_PIN, fillDesk } from '../support/filled-desk.ts';
import { type LoopbackApp, startLoopbackApp } from '../support/loopback-app.ts';

const WORDS = {
  shell: shellWords.fr,
  terminal: terminalWords.fr,
  refund: refundWords.fr,
  action: actionWords.fr,
  till: tillWords.fr,
};

/** The clerk's browser tab on a service that can be lost. */
class Desk {
  readonly page: Page;
  readonly app: LoopbackApp;

  constructor(page: Page, app: LoopbackApp) {
    this.page = page;
    this.app = app;
  }

  async open(): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(this.app.address);
    await this.page.getByRole('button', { name: 'founder' }).click();
    await expect(this.page.getByRole('button', { name: '1', exact: true })).toBeVisible();
    await this.page.keyboard.type(FILLED_PIN);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('navigation').first()).toBeVisible();
  }

  async go(hash: string): Promise<void> {
    await this.page.evaluate((next) => {
      window.location.hash = next;
    }, hash);
  }

  /**
   * A call of this operation is written (or never arrives), and its answer is lost, as are those of the tries that
   * follow by themselves; then the window reloads, or the service goes.
   */
  async loseAnswer(
    operation: string,
    act: () => Promise<void>,
    next: 'reload' | 'service',
    arrives = true,
  ): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    let isLosing = true;
    // Never unrouted: a browser told to stop intercepting while a page loads may drop that page's calls
    await this.page.route(`**/call/${operation}`, async (route) => {
      if (!isLosing) return await route.fallback();
      if (arrives) await route.fetch().catch(() => undefined);
      await route.abort().catch(() => undefined);
      resolve();
    });
    await act();
    await promise;
    const stopLosing = () => {
      isLosing = false;
    };
    if (next === 'reload') await this.page.reload();
    else await this.loseService(stopLosing);
    stopLosing();
  }

  /** The power goes; the service and the clerk come back. */
  async loseService(onceGone: () => void = () => {}): Promise<void> {
    await this.app.kill();
    await this.page.goto('about:blank');
    onceGone();
    await this.app.restart();
    await this.open();
  }

  /** A key of the screen; F12 once the screen offers it. */
  async press(key: string): Promise<void> {
    if (key === 'F12')
      await expect(this.page.locator('button[aria-keyshortcuts="F12"]').last()).toBeEnabled();
    await this.page.keyboard.press(key);
  }

  /** The screen says that the answer was lost, and F12 sends the same again. */
  async check(): Promise<void> {
    await expect(this.page.getByText(WORDS.shell.unanswered)).toBeVisible();
    await expect(this.page.getByRole('button', { name: WORDS.shell.sendAgain })).toBeEnabled();
    await this.press('F12');
  }

  async typeSlip(amount: string, slipNumber: string): Promise<void> {
    const { evidence, answer } = WORDS.terminal;
    await this.page.getByRole('button', { name: answer.approved }).first().click();
    await this.page.getByLabel(evidence.amount).fill(amount);
    await this.page.getByLabel(evidence.approvalCode).fill(`A${slipNumber}`);
    await this.page.getByLabel(evidence.brand).selectOption('visa');
    await this.page.getByLabel(evidence.last4).fill('4417');
    await this.page.getByLabel(evidence.slipNumber).fill(slipNumber);
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible();
  }
}

test('an answer lost or a page reloaded at any point of a day: nothing lost, nothing twice, and the screen says where things stand', async ({
  page,
}) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path) });
  const desk = new Desk(page, app);
  const counts = async () => (await verifyFile(app.ledgerFile)).counts.tables;
  try {
    await desk.open();

    await test.step('1. reload with a cart', async () => {
      await desk.go('#/counter?client=2');
      const search = page.locator('main input').first();
      for (const name of ['Lunettes', 'Livret']) {
        await search.fill(name);
        await expect(page.getByRole('region', { name: 'Catalogue' }).getByRole('listitem')).toHaveCount(1);
        await search.press('Enter');
        await expect(page.getByRole('status', { name: new RegExp(name) })).toHaveText('1');
      }
      await page.reload();
      await expect(page.getByRole('status', { name: /Livret/ })).toHaveText('1');
      await desk.sees('Famille Desrosiers');
      await desk.sees(/32,98/);
    });

    await test.step('2. reload with a payment typed', async () => {
      await desk.press('F2');
      await page.getByLabel('Montant').fill('22,98');
      await desk.press('F12');
      await desk.press('F1');
      await page.getByLabel('Reçu du client').fill('20,00');
      await page.reload();
      await expect(page.getByLabel('Reçu du client')).toHaveValue(/20,00/);
    });

    await test.step('3. the sale’s answer lost, then a reload', async () => {
      await desk.loseAnswer('invoice.issue', () => desk.press('F12'), 'reload');
      await desk.check();
      await desk.sees(WORDS.shell.sentBefore);
      await desk.sees(WORDS.terminal.question);
      expect(await counts()).toMatchObject({ invoice: 0, payment: 0 });
    });

    await test.step('4. the service killed while the terminal is awaited', async () => {
      await desk.loseService();
      await desk.go('#/action');
      await page.getByRole('button', { name: /22,98/ }).first().click();
      await desk.typeSlip('22,98', '1001');
    });

    await test.step('5. the settlement’s answer lost, and the service with it', async () => {
      await desk.loseAnswer('payment.settle', () => desk.press('F12'), 'service');
      await desk.go('#/action');
      await desk.sees(WORDS.action.empty);
      await desk.go('#/invoice/1');
      await desk.sees('F-000001');
      expect(await counts()).toMatchObject({ invoice: 1, payment: 2 });
    });

    await test.step('6. a credit’s answer lost, then a reload', async () => {
      await cancelItem(desk, 'Lunettes', true);
      await desk.sees('NC-000001');
      expect(await counts()).toMatchObject({ credit_memo: 1 });
    });

    await test.step('7. reload on a refund’s plan', async () => {
      await desk.go('#/refund?client=2&step=destination&to=terminal');
      await page.getByLabel(WORDS.refund.reason.label).selectOption({ index: 1 });
      await page.reload();
      await expect(page.getByLabel(WORDS.refund.reason.label)).not.toHaveValue('');
      await desk.sees(/22,98/);
    });

    await test.step('8. the refund never arrives, and the service is killed', async () => {
      await desk.loseAnswer('refund.issue', () => desk.press('F12'), 'service', false);
      expect(await counts()).toMatchObject({ refund_line: 0 });
      await desk.go('#/refund?client=2&step=destination&to=terminal');
      await desk.check();
      await desk.sees(WORDS.terminal.answer.unknown);
      expect(await counts()).toMatchObject({ refund_line: 1, refund_outcome: 0 });
    });

    await test.step('9. “I don’t know”: its answer lost, the service killed, then another answer', async () => {
      await page.getByRole('button', { name: WORDS.terminal.answer.unknown }).click();
      await desk.loseAnswer('refund.settle', () => desk.press('F12'), 'service');
      await desk.go('#/action');
      await page.getByRole('button', { name: /22,98/ }).first().click();
      await desk.typeSlip('22,98', '1002');
    });

    await test.step('10. the answer that settles it, lost with the service', async () => {
      await desk.loseAnswer('refund.settle', () => desk.press('F12'), 'service');
      await desk.go('#/action');
      await desk.sees(WORDS.action.empty);
      expect(await counts()).toMatchObject({ refund_outcome: 1 });
    });

    await test.step('11. a cash refund’s answer lost, then a reload', async () => {
      await cancelItem(desk, 'Livret', false);
      await desk.sees('NC-000002');
      await desk.go('#/refund?client=2&step=destination&to=cash');
      await page.getByLabel(WORDS.refund.reason.label).selectOption({ index: 1 });
      await desk.loseAnswer('refund.issue', () => desk.press('F12'), 'reload');
      await desk.check();
      await desk.sees(WORDS.refund.handOver.ask);
    });

    await test.step('12. the cash is handed over, the answer lost with the service', async () => {
      await desk.loseAnswer('refund.settle', () => desk.press('F7'), 'service');
      await desk.go('#/action');
      await desk.sees(WORDS.action.empty);
      await desk.go('#/refund/2');
      await desk.sees('RB-000002');
      expect(await counts()).toMatchObject({ refund_outcome: 2 });
    });

    await test.step('13. the end of the till’s day: its answer lost, then a reload', async () => {
      await desk.go('#/till');
      await page.getByRole('button', { name: WORDS.till.end.submit }).click();
      await desk.loseAnswer('till.end', () => desk.press('F12'), 'reload');
      await desk.sees(WORDS.till.count.title);
    });

    await test.step('14. the count: its answer lost with the service', async () => {
      await page.getByRole('main').getByRole('textbox').first().fill('2');
      await desk.sees(/200,00/);
      await desk.loseAnswer('till.count', () => desk.press('F12'), 'service');
      await desk.go('#/till');
      await desk.sees(WORDS.till.count.alreadyTaken);
    });

    await test.step('15. the close: its answer lost with the service', async () => {
      await desk.loseAnswer('till.close', () => desk.press('F12'), 'service');
      await desk.go('#/till');
      await desk.sees('Z-1-0001');
    });

    await app.stop();
    const report = await verifyFile(app.ledgerFile);
    expect(report.problems).toEqual([]);
    expect(report.counts.tables).toMatchObject({
      invoice: 1,
      payment: 2,
      credit_memo: 2,
      refund: 2,
      refund_outcome: 2,
      till_count: 1,
      z_report: 1,
    });
  } finally {
    await app.discard();
  }
});

/** Credits one item of the invoice, with the answer lost or not. */
async function cancelItem(desk: Desk, name: string, isLost: boolean): Promise<void> {
  const { page } = desk;
  await desk.go('#/invoice/1');
  await page.getByRole('button', { name: invoiceWords.fr.items.cancel.replace('{{name}}', name) }).click();
  await page.getByLabel(cancellationWords.fr.reason).fill('retour');
  await expect(page.getByRole('button', { name: /^(Créditer|Credit) .*\d/ })).toBeEnabled();
  if (isLost) {
    await desk.loseAnswer('item.cancel', () => desk.press('F12'), 'reload');
    await page.getByRole('button', { name: shellWords.fr.sendAgain }).click();
  } else await desk.press('F12');
  await page.waitForURL(/#\/refund/);
  await desk.go('#/invoice/1');
}
