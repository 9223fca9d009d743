import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import { isCalendarDate } from '../../../shared/domain/local-time.ts';

export type DiscountRead = OutputOf<'discountRule.list'>['rules'][number];
export type ListedPerson = DiscountRead['people'][number];
export type DiscountDraft = Omit<InputOf<'discountRule.save'>, 'ruleId' | 'active'>;

/** A rule as the editor holds it: every field there, empty ones as ''. */
export interface DiscountForm {
  readonly nameFr: string;
  readonly nameEn: string;
  readonly trigger: DiscountDraft['trigger']['kind'];
  readonly code: string;
  readonly maximumUses: string;
  readonly kind: DiscountDraft['value']['kind'];
  readonly percent: string;
  readonly amountMinor: number | null;
  readonly per: 'unit' | 'line' | 'invoice';
  readonly reach: NonNullable<DiscountDraft['reach']>;
  readonly fromDate: string;
  readonly toDate: string;
  readonly productIds: readonly string[];
  readonly productTypes: readonly string[];
  readonly membershipIds: readonly string[];
  readonly tags: readonly string[];
  readonly people: readonly ListedPerson[];
  readonly ageMinimum: string;
  readonly ageMaximum: string;
  readonly location: string;
  readonly priority: string;
  readonly exclusiveGroup: string;
  readonly isCombinable: boolean;
  readonly ledgerCode: string;
  readonly active: boolean;
}

const USUAL_PRIORITY = 100;
const textOf = (value: number | string | undefined) => (value === undefined ? '' : String(value));
const textsOf = (ids: readonly number[] = []) => ids.map(String);

export function formOf(rule: DiscountRead | null): DiscountForm {
  const trigger = rule?.trigger;
  const value = rule?.value;
  return {
    nameFr: rule?.nameFr ?? '',
    nameEn: rule?.nameEn ?? '',
    trigger: trigger?.kind ?? 'automatic',
    code: trigger && trigger.kind !== 'automatic' ? trigger.code : '',
    maximumUses: trigger?.kind === 'coupon' ? textOf(trigger.maximumUses) : '',
    kind: value?.kind ?? 'percentage',
    percent: value?.kind === 'percentage' ? textOf(value.basisPoints / 100) : '',
    amountMinor: value?.kind === 'amount' ? value.amountMinor : null,
    per: value?.kind === 'amount' ? value.per : 'line',
    reach: rule?.reach ?? 'each-item',
    fromDate: rule?.fromDate ?? '',
    toDate: rule?.toDate ?? '',
    productIds: textsOf(rule?.productIds),
    productTypes: rule?.productTypes ?? [],
    membershipIds: textsOf(rule?.membershipIds),
    tags: rule?.tags ?? [],
    people: rule?.people ?? [],
    ageMinimum: textOf(rule?.ageMinimum),
    ageMaximum: textOf(rule?.ageMaximum),
    location: rule?.location ?? '',
    priority: textOf(rule?.priority ?? USUAL_PRIORITY),
    exclusiveGroup: rule?.exclusiveGroup ?? '',
    isCombinable: rule?.isCombinable ?? true,
    ledgerCode: rule?.ledgerCode ?? '',
    active: rule?.active ?? true,
  };
}

/** Hundredths of a percent of "12,5" or "12.5", or null. */
function basisPointsOf(percent: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(percent.trim());
  if (!match) return null;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return basisPoints >= 1 && basisPoints <= 10_000 ? basisPoints : null;
}

function triggerOf(form: DiscountForm): DiscountDraft['trigger'] {
  const code = form.code.trim();
  if (form.trigger === 'automatic') return { kind: 'automatic' };
  if (form.trigger === 'code') return { kind: 'code', code };
  return { kind: 'coupon', code, ...(form.maximumUses ? { maximumUses: Number(form.maximumUses) } : {}) };
}

/** The rule as the contract takes it; what asks nothing is left out. */
export function draftOf(form: DiscountForm): DiscountDraft {
  const given = <K extends string, T>(key: K, value: T, isGiven: boolean) =>
    (isGiven ? { [key]: value } : {}) as Partial<Record<K, T>>;
  const text = <K extends string>(key: K, value: string) => given(key, value.trim(), value.trim() !== '');
  const number = <K extends string>(key: K, value: string) => given(key, Number(value), value !== '');
  return {
    nameFr: form.nameFr.trim(),
    ...text('nameEn', form.nameEn),
    trigger: triggerOf(form),
    value:
      form.kind === 'percentage'
        ? { kind: 'percentage', basisPoints: basisPointsOf(form.percent) ?? 0 }
        : { kind: 'amount', amountMinor: form.amountMinor ?? 0, per: form.per },
    reach: form.reach,
    ...text('fromDate', form.fromDate),
    ...text('toDate', form.toDate),
    ...given('productIds', form.productIds.map(Number), form.productIds.length > 0),
    ...given(
      'productTypes',
      form.productTypes as NonNullable<DiscountDraft['productTypes']>,
      form.productTypes.length > 0,
    ),
    ...given('membershipIds', form.membershipIds.map(Number), form.membershipIds.length > 0),
    ...given('tags', [...form.tags], form.tags.length > 0),
    ...given(
      'personIds',
      form.people.map(({ personId }) => personId),
      form.people.length > 0,
    ),
    ...number('ageMinimum', form.ageMinimum),
    ...number('ageMaximum', form.ageMaximum),
    ...text('location', form.location),
    ...number('priority', form.priority),
    ...text('exclusiveGroup', form.exclusiveGroup),
    isCombinable: form.isCombinable,
    ...text('ledgerCode', form.ledgerCode),
  };
}

type Problem = 'name' | 'code' | 'percent' | 'amount' | 'date' | 'order' | 'combo' | 'ledgerCode';

/** What stands in the way of saving, by field; worded under `discount.problem`. */
export function problemsOf(form: DiscountForm): Partial<Record<keyof DiscountForm, Problem>> {
  const problems: Partial<Record<keyof DiscountForm, Problem>> = {};
  if (form.nameFr.trim() === '') problems.nameFr = 'name';
  if (form.trigger !== 'automatic' && form.code.trim() === '') problems.code = 'code';
  if (form.kind === 'percentage' && basisPointsOf(form.percent) === null) problems.percent = 'percent';
  if (form.kind === 'amount' && !form.amountMinor) problems.amountMinor = 'amount';
  for (const field of ['fromDate', 'toDate'] as const)
    if (form[field].trim() !== '' && !isCalendarDate(form[field].trim())) problems[field] = 'date';
  if (form.fromDate && form.toDate && form.toDate < form.fromDate) problems.toDate = 'order';
  if (form.ageMinimum && form.ageMaximum && Number(form.ageMaximum) < Number(form.ageMinimum))
    problems.ageMaximum = 'order';
  if (form.reach === 'combo' && form.productIds.length < 2) problems.productIds = 'combo';
  if (!/^[A-Za-z0-9-]{0,20}$/.test(form.ledgerCode.trim())) problems.ledgerCode = 'ledgerCode';
  return problems;
}
