import { expect, type Page } from '@playwright/test';
import { FILLED_PIN } from './filled-desk.ts';

/** Opens the app and signs "founder" in. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'founder' }).click();
  await expect(page.getByRole('button', { name: '1', exact: true })).toBeVisible();
  await page.keyboard.type(FILLED_PIN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible();
}

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, hash);
}

/** A key of the screen; F12 once the screen offers it. */
export async function press(page: Page, key: string): Promise<void> {
  if (key === 'F12') await expect(page.locator('button[aria-keyshortcuts="F12"]').last()).toBeEnabled();
  await page.keyboard.press(key);
}
