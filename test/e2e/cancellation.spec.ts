import { expect, test } from '@playwright/test';
import { cancellationWords } from '../../shared/i18n/cancellation.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { planWords } from '../../shared/i18n/plan.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { refundOutcomeWords } from '../../shared/i18n/refund-outcome.ts';
import { scanPage } from '../support/axe.ts';
import {
  CAMP_INVOICE,
  COURSE_IN_INSTALMENTS,
  fillBilling,
  REFUND,
  SWIM_INVOICE,
} from '../support/billing-desk.ts';
import { fillDesk } from '../support/filled-desk.ts';
import { go, press, signIn } from '../support/front-page.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

const words = cancellationWords.fr;
const taking = refundOutcomeWords.fr.done.takeBack;

test('cancelled at 60 % with a fee in instalments, a sibling’s discount withdrawn, a refund that keeps the place', async ({
  page,
}) => {
  const app = await startLoopbackApp({ fill: (path) => fillDesk(path, fillBilling) });
  const ledger = page.getByRole('region', { name: words.ledger.title });
  const cancel = async (hash: string, name: string) => {
    await go(page, hash);
    await page
      .getByRole('button', { name: invoiceWords.fr.items.cancel.replace('{{name}}', name) })
      .first()
      .click();
    await expect(ledger.getByText(words.ledger.before).first()).toBeVisible();
  };
  const by = async (way: 'percent' | 'amount', text: string) => {
    await page.getByText(words.way[way], { exact: true }).first().click();
    await page.getByLabel(way === 'percent' ? words.percentLabel : words.amountLabel).fill(text);
  };
  try {
    await signIn(page, app.address);

    await test.step('60 % of a course in instalments, a fee kept: what is planned shrinks', async () => {
      await cancel(COURSE_IN_INSTALMENTS, 'Poterie');
      await by('percent', '101');
      await expect(page.getByText(words.percentInvalid)).toBeVisible();
      await page.keyboard.press('F12');
      await expect(page.getByRole('alert').filter({ hasText: words.incomplete })).toBeVisible();
      await by('percent', '60');
      await page.getByLabel(words.fee.keep).check();
      await expect(ledger).toContainText('-206,96');
      await expect(ledger).toContainText('28,74');
      const december = ledger.getByRole('row').filter({ hasText: '51,73' });
      await expect(december).toContainText('114,98');
      await expect(ledger.getByRole('row').filter({ hasText: '114,97' })).toContainText('0,00');
      await scanPage(page, 'cancellation of a plan');
      await page.getByLabel(words.reason).fill('déménagement');
      await press(page, 'F12');
      const plan = page.getByRole('table', { name: planWords.fr.title, exact: true });
      // the fee's 28.74 of that date is planned on the fee's own invoice
      await expect(plan.getByRole('row').filter({ hasText: '22,99' })).toContainText(
        planWords.fr.show.planned,
      );
      await expect(plan.getByText(planWords.fr.show.voided)).toHaveCount(2);
    });

    await test.step('a sibling leaves: the discount of the other goes along, in words', async () => {
      await cancel(CAMP_INVOICE, 'Camp de jour');
      await by('percent', '50');
      await expect(ledger).toContainText('-100,00');
      await expect(ledger).toContainText('Deuxième enfant');
      await expect(ledger).toContainText(/Le crédit net est de 60,00/);
    });

    await test.step('two missed sessions of ten are refunded, and the person stays registered', async () => {
      await cancel(SWIM_INVOICE, 'Natation');
      await by('amount', '23,00');
      await page.getByLabel(words.question.placeYes).check();
      await expect(ledger).toContainText(/20,00.*1,00.*2,00/);
      await page.getByLabel(words.reason).fill('deux séances manquées');
      await press(page, 'F12');
      await expect(page.getByRole('heading', { name: refundWords.fr.amount.title })).toBeVisible();
      await expect(page.getByText(/23,00/).first()).toBeVisible();
      await go(page, SWIM_INVOICE);
      await expect(page.getByText(invoiceWords.fr.items.registration.active)).toBeVisible();
    });

    await test.step('a refund that gave too much is never edited: an invoice takes 5.00 back', async () => {
      await go(page, REFUND);
      await page.getByRole('button', { name: taking.open }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: taking.amount }).fill('5,00');
      await dialog.getByRole('textbox', { name: taking.reason }).fill('une séance de trop');
      await expect(dialog).toContainText(/4,35.*0,22.*0,43/);
      await scanPage(page, 'refund taken back');
      await press(page, 'F12');
      await expect(page.getByRole('button', { name: /Encaisser 5,00/ })).toBeVisible();
    });
  } finally {
    await app.discard();
  }
});
