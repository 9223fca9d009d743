import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { isCalendarDate } from '../../../shared/domain/local-time.ts';

type ProductRead = OutputOf<'product.find'>['products'][number];
type AddInput = InputOf<'product.add'>;
type Details = NonNullable<AddInput['details']>;

export const DATE_FIELDS = ['startDate', 'endDate', 'registrationOpensOn', 'registrationClosesOn'] as const;
export const NUMBER_FIELDS = ['occurrences', 'capacity', 'ageMinimum', 'ageMaximum'] as const;
export const TEXT_FIELDS = ['location', 'schedule', 'description'] as const;
export type DetailField =
  | (typeof DATE_FIELDS)[number]
  | (typeof NUMBER_FIELDS)[number]
  | (typeof TEXT_FIELDS)[number];

/** A product as the editor holds it: every field there, empty ones as ''. */
export interface ProductForm {
  readonly code: string;
  readonly barcode: string;
  readonly type: AddInput['type'];
  readonly nameFr: string;
  readonly nameEn: string;
  readonly priceMinor: number | null;
  readonly taxClass: AddInput['taxClass'];
  readonly ledgerCode: string;
  readonly isStockTracked: boolean;
  readonly openingStock: string;
  readonly active: boolean;
  readonly details: Readonly<Record<DetailField, string>>;
  readonly plan: Details['plan'];
  readonly fullPayment: boolean;
  readonly policyId: number | null;
}

const ALL_DETAILS = [...DATE_FIELDS, ...NUMBER_FIELDS, ...TEXT_FIELDS];

export function formOf(product: ProductRead | null): ProductForm {
  const details = product?.details ?? {};
  return {
    code: product?.code ?? '',
    barcode: product?.barcode ?? '',
    type: product?.type ?? 'activity',
    nameFr: product?.nameFr ?? '',
    nameEn: product?.nameEn ?? '',
    priceMinor: product?.priceMinor ?? null,
    taxClass: product?.taxClass ?? 'taxable',
    ledgerCode: product?.ledgerCode ?? '',
    isStockTracked: product?.isStockTracked ?? false,
    openingStock: '',
    active: product?.active ?? true,
    details: Object.fromEntries(
      ALL_DETAILS.map((field) => [field, details[field] === undefined ? '' : String(details[field])]),
    ) as Record<DetailField, string>,
    plan: product?.details.plan,
    fullPayment: product?.details.fullPayment ?? false,
    policyId: product?.details.policyId ?? null,
  };
}

function detailsOf(form: ProductForm): Details {
  const filled = ALL_DETAILS.filter((field) => form.details[field].trim() !== '').map((field) => {
    const value = form.details[field].trim();
    return [field, (NUMBER_FIELDS as readonly string[]).includes(field) ? Number(value) : value];
  });
  return {
    ...Object.fromEntries(filled),
    ...(form.plan ? { plan: form.plan } : {}),
    ...(form.fullPayment ? { fullPayment: true } : {}),
    ...(form.policyId ? { policyId: form.policyId } : {}),
  } as Details;
}

/** The fields that `product.add` and `product.change` share. */
export function fieldsOf(form: ProductForm) {
  return {
    code: form.code.trim(),
    type: form.type,
    nameFr: form.nameFr.trim(),
    priceMinor: form.priceMinor ?? 0,
    taxClass: form.taxClass,
    ledgerCode: form.ledgerCode.trim(),
    isStockTracked: form.isStockTracked,
    details: detailsOf(form),
    ...(form.barcode.trim() ? { barcode: form.barcode.trim() } : {}),
    ...(form.nameEn.trim() ? { nameEn: form.nameEn.trim() } : {}),
  };
}

type Problem = 'date' | 'code' | 'name' | 'price' | 'ledgerCode' | 'endBeforeStart' | 'ageOrder';

/** What stands in the way of saving, by field; worded under `catalogue.problem`. */
export function problemsOf(form: ProductForm): Partial<Record<string, Problem>> {
  const { startDate, endDate, registrationOpensOn, registrationClosesOn, ageMinimum, ageMaximum } =
    form.details;
  const problems: Partial<Record<string, Problem>> = {};
  if (form.code.trim() === '') problems.code = 'code';
  if (form.nameFr.trim() === '') problems.nameFr = 'name';
  if (form.priceMinor === null) problems.priceMinor = 'price';
  if (!/^[A-Za-z0-9-]{1,20}$/.test(form.ledgerCode.trim())) problems.ledgerCode = 'ledgerCode';
  for (const field of DATE_FIELDS)
    if (form.details[field].trim() !== '' && !isCalendarDate(form.details[field].trim()))
      problems[field] = 'date';
  if (startDate && endDate && endDate < startDate) problems.endDate = 'endBeforeStart';
  if (registrationOpensOn && registrationClosesOn && registrationClosesOn < registrationOpensOn)
    problems.registrationClosesOn = 'endBeforeStart';
  if (ageMinimum && ageMaximum && Number(ageMaximum) < Number(ageMinimum)) problems.ageMaximum = 'ageOrder';
  return problems;
}
