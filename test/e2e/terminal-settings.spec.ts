import { expect, test } from '@playwright/test';
import { verifyFile } from '../../electron/ledger/verify.ts';
import { settingsWords } from '../../shared/i18n/settings.ts';
import { terminalSettingsWords } from '../../shared/i18n/terminal-settings.ts';
import { scanPage } from '../support/axe.ts';
import { openDeskTerminal } from '../support/desk-terminal.ts';
import { fillDesk } from '../support/filled-desk.ts';
import { go, signIn } from '../support/front-page.ts';
import { startLoopbackApp } from '../support/loopback-app.ts';

for (const language of ['fr', 'en'] as const)
  test(`an integrated terminal from its box to a good link, then its key forgotten, ${language}`, async ({
    page,
  }) => {
    const terminal = await openDeskTerminal();
    const app = await startLoopbackApp({ fill: (path) => fillDesk(path) });
    const settings = settingsWords[language];
    const words = terminalSettingsWords[language];
    const name = language === 'fr' ? 'Terminal du comptoir d’accueil de la piscine municipale' : 'T2';
    const button = (label: string) => page.getByRole('button', { name: label, exact: true });
    try {
      await signIn(page, app.address);
      await page.getByText(language.toUpperCase(), { exact: true }).click();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await go(page, '#/settings?page=tills');

      await test.step('where it is: an identifier and an address that cannot be, then right ones', async () => {
        await button(settings.tills.addTerminal).click();
        await page.getByRole('radio', { name: words.nexo }).check();
        await page.getByRole('textbox', { name: settings.tills.name, exact: true }).fill(name);
        await page.getByLabel(words.poiId).fill('V400m 324688179');
        await page.getByLabel(words.address).fill('127.0.0.1:99999');
        await page.getByLabel(words.environment).selectOption('test');
        await button(settings.save).click();
        await expect(page.getByText(words.poiIdWrong)).toBeVisible();
        await expect(page.getByText(words.addressWrong)).toBeVisible();
        await scanPage(page, 'refused place');
        await page.getByLabel(words.address).fill(terminal.integrated.address);
        await page.getByLabel(words.poiId).fill(terminal.integrated.poiId);
        await button(settings.save).click();
        await expect(page.getByText(words.key.none)).toBeVisible();
      });

      await test.step('its key: a version that is no number, then kept and never shown again', async () => {
        await page.getByLabel(words.key.keyIdentifier).fill(terminal.secret.keyIdentifier);
        await page.getByRole('textbox', { name: words.key.passphrase }).fill('une autre phrase');
        await page.getByLabel(words.key.keyVersion).fill('un');
        await page.getByLabel(words.key.authorities).fill(terminal.secret.authorities);
        await button(words.key.keep).click();
        await expect(page.getByText(words.key.keyVersionWrong)).toBeVisible();
        await scanPage(page, 'refused key');
        await page.getByLabel(words.key.keyVersion).fill('1');
        await button(words.key.keep).click();
        await expect(page.getByText(words.key.keptNotice)).toBeVisible();
        await expect(page.getByText(words.key.kept)).toBeVisible();
      });

      await test.step('the link: another phrase than the terminal’s, then the same', async () => {
        await button(words.check.run).click();
        await expect(page.getByText(words.check['wrong-key'])).toBeVisible();
        await scanPage(page, 'wrong key');
        await button(words.key.replace).click();
        await page.getByLabel(words.key.keyIdentifier).fill(terminal.secret.keyIdentifier);
        await page.getByRole('textbox', { name: words.key.passphrase }).fill(terminal.secret.passphrase);
        await page.getByLabel(words.key.keyVersion).fill('1');
        await page.getByLabel(words.key.authorities).fill(terminal.secret.authorities);
        await button(words.key.keep).click();
        await button(words.check.run).click();
        await expect(page.getByText(words.check.ready)).toBeVisible();
        await scanPage(page, 'good link');
      });

      await test.step('its key forgotten', async () => {
        await button(words.key.forget).click();
        await scanPage(page, 'before forgetting');
        await page.keyboard.press('F12');
        await expect(page.getByText(words.key.forgotten)).toBeVisible();
        await expect(page.getByText(words.key.none)).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(page.getByRole('row', { name }).getByText(words.noKey)).toBeVisible();
        await scanPage(page, 'the list');
      });

      await app.stop();
      expect((await verifyFile(app.ledgerFile)).problems).toEqual([]);
    } finally {
      await app.discard();
      await terminal.close();
    }
  });
