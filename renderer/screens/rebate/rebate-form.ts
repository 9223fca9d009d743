import type { InputOf } from '../../../shared/contract/contract.ts';

export type Rebate = NonNullable<InputOf<'invoice.issue'>['rebate']>;

/** A rebate by hand while it is typed. */
export interface RebateForm {
  readonly way: 'amount' | 'percent';
  readonly amountMinor: number | null;
  readonly percentText: string;
  readonly customItemId: number | null;
  readonly reason: string;
}

export function formOf(rebate: Rebate | null): RebateForm {
  return {
    way: rebate?.basisPoints === undefined ? 'amount' : 'percent',
    amountMinor: rebate?.amountMinor ?? null,
    percentText: rebate?.basisPoints === undefined ? '' : String(rebate.basisPoints / 100),
    customItemId: rebate?.customItemId ?? null,
    reason: rebate?.reason ?? '',
  };
}

/** Hundredths of a percent of "12,5" or "12.5", or null. */
function basisPointsOf(text: string): number | null {
  const match = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  if (!match) return null;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return basisPoints >= 1 && basisPoints <= 10_000 ? basisPoints : null;
}

/** The rebate as the contract takes it, or null while something is missing: how much, and a kind or a reason. */
export function rebateOf(form: RebateForm): Rebate | null {
  const reason = form.reason.trim();
  const basisPoints = form.way === 'percent' ? basisPointsOf(form.percentText) : null;
  const amountMinor = form.way === 'amount' ? form.amountMinor : null;
  if (reason === '' && form.customItemId === null) return null;
  if (!basisPoints && !amountMinor) return null;
  return {
    ...(basisPoints ? { basisPoints } : {}),
    ...(amountMinor ? { amountMinor } : {}),
    ...(form.customItemId === null ? {} : { customItemId: form.customItemId }),
    ...(reason === '' ? {} : { reason }),
  };
}
