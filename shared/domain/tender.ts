import { planCashTender, roundToFiveCents } from './cash-rounding.ts';
import { requireNotNegative, requirePositive, sumMinor } from './money.ts';
import { refuse } from './refusal.ts';

export type PaymentMethod = 'cash' | 'terminal' | 'cheque' | 'online-card' | 'echeck';
export type CardStatus = 'valid' | 'expired' | 'closed' | 'invalid';

export type Tender =
  | { method: 'cash'; tenderedMinor: number; keepRestAsDeposit?: boolean | undefined }
  | { method: 'terminal'; amountMinor: number; terminalId?: number | undefined }
  | {
      method: 'cheque';
      amountMinor: number;
      chequeNumber?: string | undefined;
      bank?: string | undefined;
    }
  | {
      method: 'online-card';
      amountMinor: number;
      /** Charged now through the gateway; without it the payment is recorded by hand, with brand and last 4. */
      savedMethodId?: number | undefined;
      brand?: string | undefined;
      last4?: string | undefined;
      status?: CardStatus | undefined;
      approvalCode?: string | undefined;
    }
  | { method: 'echeck'; amountMinor: number; savedMethodId: number }
  | { method: 'deposit'; amountMinor?: number | undefined }
  | { method: 'credit'; amountMinor?: number | undefined };

/** The saved method a tender charges through the gateway; null for the others. */
export function savedMethodOf(tender: Tender): number | null {
  return tender.method === 'online-card' || tender.method === 'echeck'
    ? (tender.savedMethodId ?? null)
    : null;
}

/** Whether the tender is a leg of its own, whose outcome another machine tells (settled.md 10). */
export function isLeg(tender: Tender): boolean {
  return tender.method === 'terminal' || savedMethodOf(tender) !== null;
}

/**
 * What one tender does, in cents; `roundingMinor` is the organisation's signed gain, the others are not
 * negative.
 */
export interface PlannedTender {
  method: Tender['method'];
  /** Pays what is due. */
  appliedMinor: number;
  /** Stays on the account. */
  depositMinor: number;
  changeMinor: number;
  roundingMinor: number;
  /** What the drawer keeps; 0 unless cash. */
  drawerMinor: number;
  /** The payment to record: applied + deposit; 0 for a deposit or credit, which is an allocation (settled.md 31). */
  paymentMinor: number;
}

export interface TenderPlan {
  tenders: PlannedTender[];
  paidMinor: number;
  owedAfterMinor: number;
  depositMinor: number;
  changeMinor: number;
  roundingMinor: number;
}

interface TenderRules {
  dueMinor: number;
  tenders: readonly Tender[];
  /** Deposits of the account free to spend. */
  depositAvailableMinor: number;
  /** Credit memos of the account free to spend. */
  creditAvailableMinor: number;
  /** False for the walk-in account: nothing may stay on it (settled.md 11). */
  allowDeposit: boolean;
  /** False where the whole due must be paid at once (settled.md 11, 59). */
  allowPartPayment: boolean;
  /** The clerk confirmed that what exceeds the due stays on the account. */
  restAsDeposit?: boolean | undefined;
}

const NOTHING_BACK = { changeMinor: 0, roundingMinor: 0, drawerMinor: 0 };

function planFromAccount(
  { method, amountMinor: asked }: Tender & { method: 'deposit' | 'credit' },
  dueMinor: number,
  availableMinor: number,
): PlannedTender {
  const short = method === 'deposit' ? 'deposit-short' : 'credit-short';
  if (dueMinor === 0) refuse('nothing-owed', { owedMinor: 0 });
  if (availableMinor === 0) refuse(short, { availableMinor });
  const appliedMinor = asked === undefined ? Math.min(dueMinor, availableMinor) : requirePositive(asked);
  if (appliedMinor > availableMinor) refuse(short, { availableMinor });
  if (appliedMinor > dueMinor) refuse('more-than-owed', { owedMinor: dueMinor, depositWouldBeMinor: 0 });
  return { method, appliedMinor, depositMinor: 0, paymentMinor: 0, ...NOTHING_BACK };
}

function planCash(tender: Tender & { method: 'cash' }, dueMinor: number, rules: TenderRules): PlannedTender {
  const plan = planCashTender({
    dueMinor,
    tenderedMinor: tender.tenderedMinor,
    keepRestAsDeposit: tender.keepRestAsDeposit ?? rules.restAsDeposit ?? false,
  });
  if (plan.depositMinor > 0 && !rules.allowDeposit) {
    refuse('walk-in-no-credit', { mustRefundMinor: plan.depositMinor });
  }
  return { method: 'cash', ...plan, paymentMinor: plan.appliedMinor + plan.depositMinor };
}

function planExact(
  tender: Tender & { method: 'terminal' | 'cheque' | 'online-card' | 'echeck' },
  dueMinor: number,
  rules: TenderRules,
): PlannedTender {
  const paymentMinor = requirePositive(tender.amountMinor);
  const depositMinor = Math.max(0, paymentMinor - dueMinor);
  if (depositMinor > 0 && !rules.restAsDeposit) {
    refuse('more-than-owed', {
      owedMinor: dueMinor,
      depositWouldBeMinor: rules.allowDeposit ? depositMinor : 0,
    });
  }
  if (depositMinor > 0 && !rules.allowDeposit) refuse('walk-in-no-credit', { mustRefundMinor: depositMinor });
  return {
    method: tender.method,
    appliedMinor: paymentMinor - depositMinor,
    depositMinor,
    paymentMinor,
    ...NOTHING_BACK,
  };
}

/**
 * What each tender of a sale or payment pays, in the order given; cash last and once, since only it rounds
 * (domain.md B2, settled.md 20). What exceeds the due is refused unless the clerk said that it is a deposit;
 * cash gives change instead.
 * Refuses `cash-not-last`, `cash-not-multiple-of-five`, `too-small-for-cash`, `nothing-owed`,
 * `more-than-owed`, `deposit-short`, `credit-short`, `walk-in-no-credit`, `tender-short`.
 */
export function planTenders(rules: TenderRules): TenderPlan {
  const lastIndex = rules.tenders.length - 1;
  if (rules.tenders.some((tender, index) => tender.method === 'cash' && index !== lastIndex)) {
    refuse('cash-not-last', {});
  }
  let owedMinor = requireNotNegative(rules.dueMinor);
  const available = {
    deposit: rules.allowDeposit ? requireNotNegative(rules.depositAvailableMinor) : 0,
    credit: rules.allowDeposit ? requireNotNegative(rules.creditAvailableMinor) : 0,
  };
  let missingMinor = owedMinor;
  const tenders: PlannedTender[] = [];
  for (const tender of rules.tenders) {
    let planned: PlannedTender;
    if (tender.method === 'deposit' || tender.method === 'credit') {
      planned = planFromAccount(tender, owedMinor, available[tender.method]);
      available[tender.method] -= planned.appliedMinor;
    } else if (tender.method === 'cash') {
      planned = planCash(tender, owedMinor, rules);
    } else {
      planned = planExact(tender, owedMinor, rules);
    }
    tenders.push(planned);
    missingMinor =
      tender.method === 'cash'
        ? roundToFiveCents(owedMinor) - tender.tenderedMinor
        : owedMinor - planned.appliedMinor;
    owedMinor -= planned.appliedMinor;
  }
  // the missing amount in coins when cash comes last: 0.05, not the 0.03 that no coin can pay
  if (owedMinor > 0 && !rules.allowPartPayment) refuse('tender-short', { missingMinor });
  return {
    tenders,
    paidMinor: rules.dueMinor - owedMinor,
    owedAfterMinor: owedMinor,
    depositMinor: sumMinor(tenders.map((tender) => tender.depositMinor)),
    changeMinor: sumMinor(tenders.map((tender) => tender.changeMinor)),
    roundingMinor: sumMinor(tenders.map((tender) => tender.roundingMinor)),
  };
}
