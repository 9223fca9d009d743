import type { InputOf } from '../../shared/contract/contract.ts';

/** Fees and rebates that a recreation centre puts on documents by hand. */
export const DEMO_CUSTOM_ITEMS: readonly InputOf<'customItem.add'>[] = [
  {
    kind: 'fee',
    nameFr: 'Retard au camp',
    nameEn: 'Late pick-up',
    ledgerCode: '4500',
    taxClass: 'exempt',
    defaultAmountMinor: 1_000,
  },
  { kind: 'fee', nameFr: 'Bris de matériel', nameEn: 'Damaged equipment', ledgerCode: '4510' },
  {
    kind: 'fee',
    nameFr: 'Frais d’administration',
    nameEn: 'Administrative fee',
    ledgerCode: '4520',
    defaultAmountMinor: 2_500,
  },
  { kind: 'rebate', nameFr: 'Geste commercial', nameEn: 'Goodwill', ledgerCode: '4900' },
  { kind: 'rebate', nameFr: 'Séance manquée', nameEn: 'Missed session', ledgerCode: '4910' },
  {
    kind: 'rebate',
    nameFr: 'Bénévole',
    nameEn: 'Volunteer',
    ledgerCode: '4920',
    defaultAmountMinor: 500,
  },
];
