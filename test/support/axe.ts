import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No WCAG 2.2 AA violation in what the page shows now, once nothing moves any more. */
export async function scanPage(page: Page, where: string): Promise<void> {
  await page.evaluate(async () => {
    const moving = document.getAnimations().filter((each) => each.effect?.getTiming().iterations === 1);
    await Promise.allSettled(moving.map((each) => each.finished));
  });
  // Every frame is ours: the way made for foreign frames opens a page more for each scan, at twice the cost
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}
