import type { TFunction } from 'i18next';

/** The help panel's answer to "discount, rebate or credit?" (settled.md 62): what each changes. */
export function loweringHelp(t: TFunction): string[] {
  return [
    t('rebate.help.title'),
    t('rebate.help.discount'),
    t('rebate.help.rebate'),
    t('rebate.help.credit'),
  ];
}
