import { expect, test } from '@playwright/test';
import { DEMONSTRATION_PIN } from '../../shared/contract/demonstration.ts';
import { scanPage } from '../support/axe.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

const SCREENS = [
  '#/counter',
  '#/client',
  '#/client/13',
  '#/invoice',
  '#/invoice/1',
  '#/refund',
  '#/refund?client=13&step=destination&amount=9600&to=terminal',
  '#/action',
  '#/till',
  '#/till?report=Z-1-0001',
  '#/till?deposit=new',
  '#/reports',
  '#/reports?report=salesSummary&period=fiscal-year',
  '#/reports?report=receivables&period=fiscal-year',
  ...['organisation', 'staff', 'catalogue', 'discounts', 'tills', 'limits', 'import', 'backup'].map(
    (page) => `#/settings?page=${page}`,
  ),
];

for (const language of ['FR', 'EN'] as const)
  test(`no WCAG 2.2 AA violation on any screen, ${language}`, async ({ page }) => {
    const app = await startLoopbackApp({ demo: true });
    const scan = (where: string) => scanPage(page, where);
    try {
      await page.goto(app.address);
      await page.getByText(language, { exact: true }).click();
      await scan('names');
      await page.getByText('Marie-Ève Tremblay').click();
      await scan('PIN');
      await page.keyboard.type(DEMONSTRATION_PIN);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('navigation').first()).toBeVisible();
      for (const hash of SCREENS) {
        await page.evaluate((next) => {
          window.location.hash = next;
        }, hash);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await scan(hash);
      }
    } finally {
      await app.discard();
    }
  });
