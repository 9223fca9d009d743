const NAMES: Readonly<Record<string, string>> = {
  visa: 'Visa',
  mc: 'Mastercard',
  mastercard: 'Mastercard',
  maestro: 'Maestro',
  amex: 'Amex',
  interac: 'Interac',
  discover: 'Discover',
  jcb: 'JCB',
  diners: 'Diners',
};

/** A card's brand as people and slips write it, whichever way the terminal spells it; an unknown one stays as told. */
export function brandName(told: string): string {
  return NAMES[told.toLowerCase().replace(/^interac.*/, 'interac')] ?? told;
}
