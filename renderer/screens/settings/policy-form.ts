import type { InputOf, OutputOf } from '../../../shared/contract/contract.ts';
import type { FeeTaxMode } from '../../../shared/domain/cancellation-fee.ts';
import { type PolicyTerms, QUEBEC_COURSE_TERMS } from '../../../shared/domain/cancellation-policy.ts';

export type PolicyRead = OutputOf<'policy.list'>['policies'][number];
type PolicyInput = InputOf<'policy.save'>;
type PeriodInput = PolicyInput['periods'][number];

/** A period as typed; the first one has no day. */
export interface PeriodForm {
  readonly fromText: string;
  readonly creditText: string;
  readonly isProrated: boolean;
  readonly flatMinor: number | null;
  readonly percentText: string;
  readonly take: 'lesser' | 'greater';
}

export interface PolicyForm {
  readonly nameFr: string;
  readonly nameEn: string;
  readonly periods: readonly PeriodForm[];
  readonly taxMode: FeeTaxMode;
  readonly customItemId: number | null;
  readonly destination: 'choose' | 'account';
  readonly reasonsText: string;
  readonly active: boolean;
}

export const NEW_PERIOD: PeriodForm = {
  fromText: '',
  creditText: '100',
  isProrated: false,
  flatMinor: null,
  percentText: '',
  take: 'lesser',
};

export const NEW_POLICY: PolicyForm = {
  nameFr: '',
  nameEn: '',
  periods: [NEW_PERIOD],
  taxMode: 'included',
  customItemId: null,
  destination: 'choose',
  reasonsText: '',
  active: true,
};

const percentText = (basisPoints: number) => String(basisPoints / 100).replace('.', ',');

export function formOf(policy: PolicyRead): PolicyForm {
  return {
    nameFr: policy.nameFr,
    nameEn: policy.nameEn,
    periods: policy.periods.map(({ fromDays, creditBasisPoints, isProrated, fee }) => ({
      fromText: fromDays === undefined ? '' : String(fromDays),
      creditText: percentText(creditBasisPoints),
      isProrated: isProrated ?? false,
      flatMinor: fee?.flatMinor ?? null,
      percentText: fee?.basisPoints === undefined ? '' : percentText(fee.basisPoints),
      take: fee?.take ?? 'lesser',
    })),
    taxMode: policy.taxMode ?? 'included',
    customItemId: policy.customItemId ?? null,
    destination: policy.destination ?? 'choose',
    reasonsText: (policy.reasons ?? []).join('\n'),
    active: policy.active,
  };
}

/** The Quebec rule of courses, as a start; nothing holds until it is saved and picked at a product. */
export function quebecForm(nameFr: string, nameEn: string): PolicyForm {
  const { taxMode, periods } = QUEBEC_COURSE_TERMS;
  return {
    ...NEW_POLICY,
    nameFr,
    nameEn,
    taxMode,
    periods: periods.map(({ fromDays, creditBasisPoints, isProrated, fee }) => ({
      fromText: fromDays === null ? '' : String(fromDays),
      creditText: percentText(creditBasisPoints),
      isProrated,
      flatMinor: fee?.flatMinor ?? null,
      percentText: fee?.basisPoints ? percentText(fee.basisPoints) : '',
      take: fee?.take ?? 'lesser',
    })),
  };
}

/** "60" is 6000; 0 is allowed. Null when it is no percentage. */
function basisPointsOf(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!match) return null;
  const basisPoints = Number((match[1] ?? '') + (match[2] ?? '').padEnd(2, '0'));
  return basisPoints <= 10_000 ? basisPoints : null;
}

export type PeriodProblem = 'credit' | 'percent' | 'day';

/** What is wrong with a period, first thing first; null when nothing is. */
export function periodProblem(periods: readonly PeriodForm[], index: number): PeriodProblem | null {
  const period = periods[index];
  if (!period) return null;
  if (basisPointsOf(period.creditText) === null) return 'credit';
  if (period.percentText.trim() !== '' && !basisPointsOf(period.percentText)) return 'percent';
  if (index === 0) return null;
  const day = dayOf(period);
  const before = index === 1 ? Number.NEGATIVE_INFINITY : dayOf(periods[index - 1] ?? period);
  return day === null || before === null || day <= before ? 'day' : null;
}

const dayOf = ({ fromText }: PeriodForm) => (/^-?\d{1,4}$/.test(fromText.trim()) ? Number(fromText) : null);

function periodOf(period: PeriodForm, index: number): PeriodInput {
  const basisPoints = basisPointsOf(period.percentText) ?? 0;
  const hasFee = period.flatMinor !== null || basisPoints > 0;
  return {
    ...(index === 0 ? {} : { fromDays: dayOf(period) ?? 0 }),
    creditBasisPoints: basisPointsOf(period.creditText) ?? 0,
    ...(period.isProrated ? { isProrated: true } : {}),
    ...(hasFee
      ? {
          fee: {
            ...(period.flatMinor === null ? {} : { flatMinor: period.flatMinor }),
            ...(basisPoints > 0 ? { basisPoints } : {}),
            take: period.take,
          },
        }
      : {}),
  };
}

/** The policy as the contract takes it. */
export function inputOf(form: PolicyForm): PolicyInput {
  const reasons = form.reasonsText
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    nameFr: form.nameFr.trim(),
    ...(form.nameEn.trim() ? { nameEn: form.nameEn.trim() } : {}),
    periods: form.periods.map(periodOf),
    taxMode: form.taxMode,
    ...(form.customItemId ? { customItemId: form.customItemId } : {}),
    destination: form.destination,
    ...(reasons.length > 0 ? { reasons } : {}),
    active: form.active,
  };
}

/** The terms of the form, for the example beside it. */
export function termsOf(form: PolicyForm): PolicyTerms {
  return {
    taxMode: form.taxMode,
    periods: form.periods.map(periodOf).map(({ fromDays, creditBasisPoints, isProrated, fee }) => ({
      fromDays: fromDays ?? null,
      creditBasisPoints,
      isProrated: isProrated ?? false,
      fee: fee
        ? {
            flatMinor: fee.flatMinor ?? null,
            basisPoints: fee.basisPoints ?? null,
            take: fee.take ?? 'lesser',
          }
        : null,
    })),
  };
}
