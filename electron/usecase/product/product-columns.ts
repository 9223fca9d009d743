import type { CsvColumn } from '../import/csv-table.ts';

/** Headers that a product file may have, without accents, case, spaces or punctuation. */
export const PRODUCT_COLUMNS: readonly CsvColumn[] = [
  { field: 'code', headers: ['code', 'codedarticle', 'sku', 'productcode'], isRequired: true },
  {
    field: 'nameFr',
    headers: ['nom', 'nomfrancais', 'nomfr', 'name', 'frenchname', 'namefr'],
    isRequired: true,
  },
  { field: 'nameEn', headers: ['nomanglais', 'nomen', 'englishname', 'nameen'] },
  { field: 'type', headers: ['type', 'typedarticle', 'producttype'], isRequired: true },
  { field: 'priceMinor', headers: ['prix', 'price'], isRequired: true },
  {
    field: 'taxClass',
    headers: ['taxes', 'classedetaxe', 'classefiscale', 'taxclass', 'tax'],
    isRequired: true,
  },
  { field: 'ledgerCode', headers: ['postecomptable', 'poste', 'ledgercode', 'glcode'], isRequired: true },
  { field: 'barcode', headers: ['codebarres', 'codeabarres', 'barcode'] },
  { field: 'isStockTracked', headers: ['stocksuivi', 'suivistock', 'stocktracked', 'trackstock'] },
  {
    field: 'openingStockQuantity',
    headers: ['stock', 'stockdedepart', 'openingstock', 'quantity', 'quantite'],
  },
  { field: 'startDate', headers: ['debut', 'datededebut', 'startdate'] },
  { field: 'endDate', headers: ['fin', 'datedefin', 'enddate'] },
  { field: 'occurrences', headers: ['seances', 'nombredeseances', 'occurrences', 'sessions'] },
  { field: 'capacity', headers: ['places', 'capacite', 'capacity'] },
  { field: 'ageMinimum', headers: ['ageminimum', 'agemin', 'minimumage'] },
  { field: 'ageMaximum', headers: ['agemaximum', 'agemax', 'maximumage'] },
  {
    field: 'registrationOpensOn',
    headers: ['debutdesinscriptions', 'registrationopens', 'registrationopenson'],
  },
  {
    field: 'registrationClosesOn',
    headers: ['findesinscriptions', 'registrationcloses', 'registrationcloseson'],
  },
  { field: 'location', headers: ['lieu', 'location', 'place'] },
  { field: 'schedule', headers: ['horaire', 'schedule'] },
  { field: 'policy', headers: ['politique', 'politiquedannulation', 'policy', 'cancellationpolicy'] },
  { field: 'plan', headers: ['plan', 'plandeversements', 'instalmentplan'] },
  { field: 'description', headers: ['description'] },
];

/** Words of a cell that stand for a value of the contract. */
export const TYPES: Readonly<Record<string, string>> = {
  activite: 'activity',
  cours: 'activity',
  abonnement: 'membership',
  adhesion: 'membership',
  passe: 'pass',
  'laissez-passer': 'pass',
  marchandise: 'merchandise',
  article: 'merchandise',
  location: 'rental',
  don: 'donation',
  frais: 'fee',
};

export const TAX_CLASSES: Readonly<Record<string, string>> = {
  taxe: 'taxable',
  oui: 'taxable',
  yes: 'taxable',
  exonere: 'exempt',
  exempte: 'exempt',
  non: 'exempt',
  no: 'exempt',
  detaxe: 'zero',
  'zero-rated': 'zero',
};

export const YES_NO: Readonly<Record<string, boolean>> = {
  oui: true,
  o: true,
  yes: true,
  y: true,
  vrai: true,
  true: true,
  1: true,
  non: false,
  n: false,
  no: false,
  faux: false,
  false: false,
  0: false,
};
