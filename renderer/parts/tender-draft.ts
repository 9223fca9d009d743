import { type AllocationShare, type OpenItem, planAllocations } from '../../shared/domain/allocation.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { planTenders, type Tender, type TenderPlan } from '../../shared/domain/tender.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';

export type TenderMethod = Tender['method'];

/** What is being typed for one tender; only the fields of its method count. */
export interface TenderEntry {
  readonly method: TenderMethod;
  /** Tendered for cash; null until typed. */
  readonly amountMinor: number | null;
  readonly terminalId: number | null;
  readonly chequeNumber: string;
  readonly bank: string;
  readonly brand: string;
  readonly last4: string;
  readonly approvalCode: string;
  /** The saved card or bank account to charge; null for a payment only recorded. */
  readonly savedMethodId: number | null;
}

/** How the clerk is taking the money, kept while the window lives. */
export interface TenderDraft {
  /** Split tender: the parts already entered. */
  readonly taken: readonly Tender[];
  readonly entry: TenderEntry | null;
  readonly payLater: boolean;
  readonly restAsDeposit: boolean;
}

export const EMPTY_DRAFT: TenderDraft = { taken: [], entry: null, payLater: false, restAsDeposit: false };

/** What bounds the tenders; the same facts as the use case reads. */
export interface TenderRulesHere {
  readonly dueMinor: number;
  readonly depositAvailableMinor: number;
  readonly creditAvailableMinor: number;
  /** False for the walk-in account. */
  readonly allowDeposit: boolean;
  readonly allowPartPayment: boolean;
  /** Money for what is billed already, not a sale: the rest can stay owed once a part is taken. */
  readonly isPayment?: boolean;
  /**
   * What all open items owe, or a whole cart with its instalments. Cash gives change on what is ticked or due today
   * alone; an exact tender goes on to the others (settled.md 20, 30).
   */
  readonly allOwedMinor?: number;
  /** What may be paid, in the order it is: the split is always shown. */
  readonly items: readonly OpenItem[];
  /** Local date; needed only with items paid by instalments. */
  readonly today?: string;
  /** Whose saved cards and accounts may be charged; absent for a walk-in. */
  readonly clientId?: number | undefined;
}

export function newEntry(method: TenderMethod, amountMinor: number | null): TenderEntry {
  return {
    method,
    amountMinor,
    terminalId: null,
    chequeNumber: '',
    bank: '',
    brand: '',
    last4: '',
    approvalCode: '',
    savedMethodId: null,
  };
}

/** The tender as the contract takes it, or null while something is missing. */
export function tenderOf(entry: TenderEntry): Tender | null {
  const { method, amountMinor } = entry;
  if (amountMinor === null || amountMinor === 0) return null;
  switch (method) {
    case 'cash':
      return { method, tenderedMinor: amountMinor };
    case 'terminal':
      return { method, amountMinor, ...(entry.terminalId ? { terminalId: entry.terminalId } : {}) };
    case 'cheque':
      return {
        method,
        amountMinor,
        ...(entry.chequeNumber.trim() ? { chequeNumber: entry.chequeNumber.trim() } : {}),
        ...(entry.bank.trim() ? { bank: entry.bank.trim() } : {}),
      };
    case 'deposit':
    case 'credit':
      return { method, amountMinor };
    case 'echeck':
      return entry.savedMethodId === null
        ? null
        : { method, amountMinor, savedMethodId: entry.savedMethodId };
    case 'online-card':
      if (entry.savedMethodId !== null) return { method, amountMinor, savedMethodId: entry.savedMethodId };
      if (entry.brand.trim() === '' || !/^\d{4}$/.test(entry.last4)) return null;
      return {
        method,
        amountMinor,
        brand: entry.brand.trim(),
        last4: entry.last4,
        ...(entry.approvalCode ? { approvalCode: entry.approvalCode } : {}),
      };
  }
}

/** Only cash rounds, so cash comes last, however the clerk entered the parts; two cash parts are one. */
function inOrder(tenders: readonly Tender[]): Tender[] {
  const cash = tenders.filter((tender) => tender.method === 'cash');
  const others = tenders.filter((tender) => tender.method !== 'cash');
  const tenderedMinor = cash.reduce((sum, tender) => sum + tender.tenderedMinor, 0);
  return cash.length > 0 ? [...others, { method: 'cash', tenderedMinor }] : others;
}

export interface DraftPlan {
  readonly tenders: readonly Tender[];
  readonly plan: TenderPlan | null;
  readonly refusal: Failure | null;
  /** The split over the items; the rest, if any, is the deposit of the plan. */
  readonly shares: readonly AllocationShare[];
}

function planOf(tenders: readonly Tender[], draft: TenderDraft, rules: TenderRulesHere): DraftPlan {
  try {
    const givesChange = tenders.some((tender) => tender.method === 'cash');
    const planned = planTenders({
      dueMinor: givesChange ? rules.dueMinor : (rules.allOwedMinor ?? rules.dueMinor),
      tenders,
      depositAvailableMinor: rules.depositAvailableMinor,
      creditAvailableMinor: rules.creditAvailableMinor,
      allowDeposit: rules.allowDeposit,
      allowPartPayment: true,
      restAsDeposit: draft.restAsDeposit,
    });
    const plan = { ...planned, owedAfterMinor: Math.max(0, rules.dueMinor - planned.paidMinor) };
    const { shares } = planAllocations({
      amountMinor: plan.paidMinor,
      items: rules.items,
      ...(rules.today === undefined ? {} : { today: rules.today }),
    });
    return { tenders, plan, refusal: null, shares };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const refusal = { code: error.code, detail: error.detail as object };
    return { tenders, plan: null, refusal, shares: [] };
  }
}

/** What the parts entered so far come to, without the one being typed. */
export function planTaken(draft: TenderDraft, rules: TenderRulesHere): DraftPlan {
  return planOf(inOrder(draft.taken), draft, rules);
}

/** What everything comes to if the clerk confirmed now. */
export function planDraft(draft: TenderDraft, rules: TenderRulesHere): DraftPlan {
  const typed = draft.entry ? tenderOf(draft.entry) : null;
  return planOf(inOrder(typed ? [...draft.taken, typed] : draft.taken), draft, rules);
}
