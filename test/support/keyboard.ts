import { expect, type Page } from '@playwright/test';

const TAB_LIMIT = 80;

/** F12, once the screen offers it. */
export async function confirmOn(page: Page): Promise<void> {
  await expect(page.locator('button[aria-keyshortcuts="F12"]').last()).toBeEnabled();
  await page.keyboard.press('F12');
}

/** Tab after Tab until what has the focus is called this, as a clerk with no mouse would. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < TAB_LIMIT; count += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      // Nothing has the focus: the body holds every word of the page
      if (element === null || (element as Element) === document.body) return '';
      const label = element.labels?.[0]?.textContent ?? '';
      return element.getAttribute('aria-label') ?? (label || (element.textContent ?? ''));
    });
    if (focused.includes(name)) return;
    passed.push(focused);
  }
  throw new Error(`no Tab reaches « ${name} »: ${passed.join(' | ')}`);
}

/** A wedge scanner: the keys of a whole code at once on whatever has the focus, then Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate(
    (keys) => {
      for (const key of keys) {
        const target = document.activeElement ?? document.body;
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      }
    },
    [...code, 'Enter'],
  );
}

/** Notes any press of a mouse or a finger. */
export async function watchPointer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-pointed', ''));
  });
}
