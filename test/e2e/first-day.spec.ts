import { expect, type Page, test } from '@playwright/test';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { actionWords } from '../../shared/i18n/action.ts';
import { cancellationWords } from '../../shared/i18n/cancellation.ts';
import { clientWords } from '../../shared/i18n/client.ts';
import { counterWords } from '../../shared/i18n/counter.ts';
import { invoiceWords } from '../../shared/i18n/invoice.ts';
import { refundWords } from '../../shared/i18n/refund.ts';
import { settingsWords } from '../../shared/i18n/settings.ts';
import { signInWords } from '../../shared/i18n/sign-in.ts';
import { terminalWords } from '../../shared/i18n/terminal.ts';
import { tillWords } from '../../shared/i18n/till.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

const PIN = '284915';
const PRODUCTS = [
  'code,type,nom,nom anglais,prix,taxes,poste comptable',
  'LUNETTES,merchandise,Lunettes,Goggles,19.99,taxable,4300',
  'BONNET,merchandise,Bonnet,Swim cap,4.95,taxable,4300',
  'LIVRE,merchandise,Livret,Booklet,10.00,exempt,4300',
].join('\n');

const NAMES = { fr: ['Lunettes', 'Bonnet', 'Livret'], en: ['Goggles', 'Swim cap', 'Booklet'] } as const;

for (const language of ['fr', 'en'] as const)
  test(`a first day, from the first run to the Z, in ${language}`, async ({ page }) => {
    const app = await startLoopbackApp();
    try {
      await page.goto(app.address);
      await setUp(page, language);
      await importProducts(page, language);
      await openTill(page, language);
      await openClient(page, language);
      await sellInTwoTenders(page, language);

      await creditItem(page, language, 0);
      await refund(page, language, 'terminal');
      await page.getByRole('button', { name: terminalWords[language].answer.unknown }).click();
      await page.keyboard.press('F12');
      await expect(page.getByRole('button', { name: terminalWords[language].confirm.unknown })).toHaveCount(
        0,
      );
      await app.kill();
      await app.restart();
      await page.goto('about:blank');
      await page.goto(app.address);
      await signIn(page);
      await settleFromActionCenter(page, language);

      await creditItem(page, language, 2);
      await refund(page, language, 'cash');
      await page.getByRole('button', { name: refundWords[language].handOver.given }).click();
      await expect(page.getByText('RB-000002').first()).toBeVisible();
      await closeTill(page, language);
      await app.stop();
      const report = await verifyFile(app.ledgerFile);
      expect(report.problems).toEqual([]);
      expect(report.counts.tables).toMatchObject({
        invoice: 1,
        payment: 2,
        credit_memo: 2,
        refund_outcome: 2,
      });
    } finally {
      await app.discard();
    }
  });

type Language = 'fr' | 'en';

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
}

async function setUp(page: Page, language: Language): Promise<void> {
  await page.getByText('EN', { exact: true }).click();
  if (language === 'fr') await page.getByText('FR', { exact: true }).click();
  const words = signInWords[language];
  const field = (label: string) => page.getByRole('textbox', { name: label }).first();
  await field(words.first.name).fill('Centre récréatif');
  await field(words.first.gstNumber).fill('123456789 RT0001');
  await field(words.first.qstNumber).fill('1234567890 TQ0001');
  await page
    .getByText(language === 'fr' ? words.first.french : words.first.english, { exact: true })
    .last()
    .click();
  await page
    .getByRole('region', { name: words.first.administrator })
    .getByRole('textbox', { name: words.first.administratorName, exact: true })
    .fill('Hélène Roy');
  await field(`${words.pin} (`).fill(PIN);
  await field(words.repeatPin).fill(PIN);
  await page.getByRole('button', { name: words.first.start }).click();
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

/** With one member of staff there is no name to choose: the PIN is asked at once. */
async function signIn(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

async function importProducts(page: Page, language: Language): Promise<void> {
  await go(page, '#/settings');
  await page.getByText(settingsWords[language].page.import, { exact: true }).first().click();
  const file = { name: 'catalogue.csv', mimeType: 'text/csv', buffer: Buffer.from(PRODUCTS) };
  await page.locator('input[type=file]').last().setInputFiles(file);
  await page
    .getByRole('button', { name: /catalogue\.csv/ })
    .last()
    .click();
  await expect(page.getByText(/^3 /).or(page.getByText(/ 3 /)).first()).toBeVisible();
}

async function openTill(page: Page, language: Language): Promise<void> {
  await go(page, '#/till');
  await page.getByLabel(tillWords[language].open.float).fill('200.00');
  await page.keyboard.press('F12');
  await expect(page.getByRole('heading', { name: tillWords[language].live.title })).toBeVisible();
}

async function openClient(page: Page, language: Language): Promise<void> {
  await go(page, '#/client');
  await page.getByRole('button', { name: clientWords[language].new }).first().click();
  await page
    .getByRole('textbox', { name: clientWords[language].form.name })
    .first()
    .fill('Famille Desrosiers');
  await page.keyboard.press('F12');
  await expect(page.getByRole('heading', { name: 'Famille Desrosiers' })).toBeVisible();
}

/** 19.99 + 4.95 taxed and 10.00 exempt: 38.67, of which 22.98 by card (the goggles) and 15.70 in cash, rounded up a cent. */
async function sellInTwoTenders(page: Page, language: Language): Promise<void> {
  await go(page, '#/counter?client=2');
  const search = page.locator('main input').first();
  for (const name of NAMES[language]) {
    await search.fill(name);
    await expect(
      page.getByRole('region', { name: counterWords[language].catalogue }).getByRole('listitem'),
    ).toHaveCount(1);
    await search.press('Enter');
    await expect(page.getByRole('status', { name: new RegExp(name) })).toHaveText('1');
  }
  await expect(page.getByText(/38[,.]67/).first()).toBeVisible();
  await page.keyboard.press('F2');
  await page.getByLabel(language === 'fr' ? 'Montant' : 'Amount').fill('22.98');
  await page.keyboard.press('F12');
  await page.keyboard.press('F1');
  await page.getByLabel(language === 'fr' ? 'Reçu du client' : 'Received from').fill('20.00');
  await page.keyboard.press('F12');
  await typeSlip(page, language, { amount: '22.98', code: '07A31C', last4: '4417', slip: '1001' });
  await expect(page.getByText('F-000001').first()).toBeVisible();
  await expect(page.getByText(/4[,.]30/).first()).toBeVisible();
  await expect(page.getByText(/14[,.]975/)).toHaveCount(0);
}

async function typeSlip(
  page: Page,
  language: Language,
  slip: { amount: string; code: string; last4: string; slip: string },
): Promise<void> {
  const words = terminalWords[language];
  await page.getByRole('button', { name: words.answer.approved }).first().click();
  await page.getByLabel(words.evidence.amount).fill(slip.amount);
  await page.getByLabel(words.evidence.approvalCode).fill(slip.code);
  await page.getByLabel(words.evidence.brand).selectOption('visa');
  await page.getByLabel(words.evidence.last4).fill(slip.last4);
  await page.getByLabel(words.evidence.slipNumber).fill(slip.slip);
  await page.keyboard.press('F12');
}

async function creditItem(page: Page, language: Language, line: number): Promise<void> {
  const words = cancellationWords[language];
  await go(page, '#/invoice/1');
  const name = NAMES[language][line] ?? '';
  await page
    .getByRole('button', { name: invoiceWords[language].items.cancel.replace('{{name}}', name) })
    .click();
  await page.getByLabel(words.reason).fill('retour');
  await expect(page.getByRole('button', { name: /^(Créditer|Credit) .*\d/ })).toBeEnabled();
  await page.keyboard.press('F12');
  await expect(page.getByText(`NC-00000${line === 0 ? 1 : 2}`).first()).toBeVisible();
}

async function refund(page: Page, language: Language, to: 'terminal' | 'cash'): Promise<void> {
  await go(page, `#/refund?client=2&step=destination&to=${to}`);
  await page.getByLabel(refundWords[language].reason.label).selectOption({ index: 1 });
  await page.keyboard.press('F12');
}

async function settleFromActionCenter(page: Page, language: Language): Promise<void> {
  await go(page, '#/action');
  await page
    .getByRole('button', { name: /22[,.]98/ })
    .first()
    .click();
  await typeSlip(page, language, { amount: '22.98', code: '0B7711', last4: '4417', slip: '1002' });
  await expect(page.getByText(actionWords[language].empty)).toBeVisible();
}

async function closeTill(page: Page, language: Language): Promise<void> {
  const words = tillWords[language];
  await go(page, '#/till');
  await page.getByRole('button', { name: words.end.submit }).click();
  await page.keyboard.press('F12');
  // 200.00 + 15.70 - 10.00 = 205.70: two 100 $, one 5 $, two 25 ¢, two 10 ¢
  const pieces = page.getByRole('main').getByRole('textbox');
  await expect(pieces.nth(9)).toBeVisible();
  for (const [place, count] of [
    [0, 2],
    [4, 1],
    [7, 2],
    [8, 2],
  ] as const)
    await pieces.nth(place).fill(String(count));
  await expect(page.getByText(/205[,.]70/).first()).toBeVisible();
  await page.keyboard.press('F12');
  await expect(page.getByText(words.count.agrees)).toBeVisible();
  await page.keyboard.press('F12');
  await expect(page.getByText('Z-1-0001').first()).toBeVisible();
}
