import {
  afterCut,
  cutPlan,
  type Instalment,
  isUnderWay,
  type PlanCut,
  planFee,
  sumByDate,
} from '../../../shared/domain/instalment.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import type { ReadableLedger, WritableLedger } from '../../ledger/ledger.ts';
import {
  type LiveRow,
  type PayingMethod,
  planPayments,
  readLivePlan,
} from '../../ledger/planned-payment-store.ts';
import type { PlannedFee } from './cancellation-fee.ts';
import type { PlannedCancellation } from './plan-cancellation.ts';

/** What a credit does to the plan of one item, and the dates on which its fee takes the place of what was freed. */
interface ReplannedItem {
  rows: LiveRow[];
  cut: PlanCut;
  fee: PlannedFee | null;
  feePayments: Instalment[];
}

export interface Replanned {
  items: ReplannedItem[];
  /** Null when nothing was planned of these items. */
  schedule: {
    before: Instalment[];
    after: Instalment[];
    /** On their way: never touched (domain.md §0.6). */
    underWay: Instalment[];
    /** What those bring beyond what is owed: a deposit when they arrive. */
    surplusMinor: number;
  } | null;
}

/** The plans of the credited items before and after, decided before anything is written (settled.md 29, 40). */
export async function planReplanned(
  db: ReadableLedger,
  planned: PlannedCancellation,
  today: string,
): Promise<Replanned> {
  const rows = await readLivePlan(
    db,
    planned.credits.map(({ item }) => item.itemId),
  );
  if (rows.length === 0) return { items: [], schedule: null };
  const items = planned.credits.map(({ item, funding }): ReplannedItem => {
    const own = rows.filter(({ itemId }) => itemId === item.itemId);
    const cut = cutPlan({ rows: own, owedMinor: item.owedMinor - funding.toItemMinor, from: 'last' });
    const fee = planned.fees.find(({ itemId }) => itemId === item.itemId) ?? null;
    const feeOwedMinor = fee ? feeOwed(planned, fee) : 0;
    return { rows: own, cut, fee, feePayments: planFee({ cut, feeOwedMinor, today }) };
  });
  const after = items.flatMap(({ rows, cut, feePayments }) => [...afterCut(rows, cut), ...feePayments]);
  return {
    items,
    schedule: {
      before: sumByDate(rows),
      after: sumByDate(after),
      underWay: sumByDate(rows.filter(isUnderWay)),
      surplusMinor: sumMinor(items.map(({ cut }) => cut.surplusMinor)),
    },
  };
}

/** What the memos leave owed of a fee, in cents; the withdrawn discounts come before the fees. */
function feeOwed({ withdrawn, fees, spending }: PlannedCancellation, fee: PlannedFee): number {
  return spending.owedMinor[withdrawn.length + fees.indexOf(fee)] ?? 0;
}

/** Plans the fees as decided; the items' own rows were cut when the memos paid their unpaid part. */
export async function writeFeePlans(
  db: WritableLedger,
  given: {
    replanned: Replanned;
    fees: readonly PlannedFee[];
    feeItemIds: readonly number[];
    clientId: number;
    staffId: number;
  },
): Promise<void> {
  const { clientId, staffId } = given;
  for (const { fee, feePayments, cut } of given.replanned.items) {
    const itemId = fee ? given.feeItemIds[given.fees.indexOf(fee)] : undefined;
    if (itemId === undefined) continue;
    const paying = payingOf(cut);
    await planPayments(db, { itemId, clientId, instalments: feePayments, paying, staffId });
  }
}

/** As the freed payments were to be paid, when they agree and none failed; else at the desk. */
function payingOf({ gone, shortened }: PlanCut): PayingMethod {
  const freed = [...gone, ...(shortened ? [shortened.row] : [])] as LiveRow[];
  const savedMethodId = freed[0]?.savedMethodId ?? null;
  const agree = freed.every((row) => row.savedMethodId === savedMethodId && row.state === 'planned');
  if (savedMethodId === null || !agree) return { method: 'at-desk' };
  return { method: 'saved-method', savedMethodId };
}
