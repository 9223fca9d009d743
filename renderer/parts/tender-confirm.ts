import type { TFunction } from 'i18next';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { type DraftPlan, type TenderDraft, type TenderRulesHere, tenderOf } from './tender-draft.ts';

interface ConfirmStep {
  /** `add` keeps the part typed and goes on; `confirm` sends the whole. */
  readonly kind: 'none' | 'add' | 'confirm';
  readonly label: string;
  readonly refusal: Failure | null;
}

interface Standing {
  readonly draft: TenderDraft;
  readonly rules: TenderRulesHere;
  readonly taken: DraftPlan;
  readonly whole: DraftPlan;
}

/** What F12 does now, in words that carry the amounts. */
export function confirmStep(t: TFunction, standing: Standing): ConfirmStep {
  const { draft, rules, taken, whole } = standing;
  const none = { kind: 'none', label: t('tender.confirm.choose'), refusal: null } as const;
  const isPayment = rules.isPayment === true;
  if (rules.dueMinor === 0 && !isPayment)
    return { kind: 'confirm', label: t('tender.confirm.zero'), refusal: null };
  if (!whole.plan) return { ...none, refusal: whole.refusal };
  const typed = draft.entry ? tenderOf(draft.entry) : null;
  if (whole.tenders.length === 0 && (isPayment ? rules.dueMinor === 0 : draft.entry)) return none;
  if (draft.entry && !typed) return none;
  const { plan } = whole;
  if (plan.owedAfterMinor > 0) {
    const takenMinor = taken.plan?.paidMinor ?? 0;
    if (typed) {
      const amount = plan.paidMinor - takenMinor;
      return {
        kind: 'add',
        label: t('tender.confirm.add', { amount, rest: plan.owedAfterMinor }),
        refusal: null,
      };
    }
    if (!draft.payLater || !rules.allowPartPayment) return none;
    const label =
      takenMinor === 0
        ? t('tender.confirm.later', { amount: rules.dueMinor })
        : t('tender.confirm.partLater', { amount: takenMinor, rest: plan.owedAfterMinor });
    return { kind: 'confirm', label, refusal: null };
  }
  return { kind: 'confirm', label: paidLabel(t, whole), refusal: null };
}

function paidLabel(t: TFunction, { plan, tenders }: DraftPlan): string {
  if (!plan) return t('tender.confirm.choose');
  const last = tenders.at(-1);
  const amount = plan.paidMinor + plan.depositMinor;
  if (plan.paidMinor === 0 && amount > 0) return t('tender.confirm.deposit', { amount });
  if (plan.depositMinor > 0) {
    return t('tender.confirm.withDeposit', { amount, deposit: plan.depositMinor });
  }
  const firstTerminal = tenders.find((tender) => tender.method === 'terminal');
  if (firstTerminal) return t('tender.confirm.terminal', { amount: firstTerminal.amountMinor });
  if (last?.method === 'cash') {
    return plan.changeMinor > 0
      ? t('tender.confirm.cashChange', { tendered: last.tenderedMinor, change: plan.changeMinor })
      : t('tender.confirm.cashExact', { tendered: last.tenderedMinor });
  }
  return t('tender.confirm.paid', { amount });
}
