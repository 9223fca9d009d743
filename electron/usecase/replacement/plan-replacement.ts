import type { OutputOf, ParsedInput } from '../../../shared/contract/contract.ts';
import { type Instalment, isUnderWay, splitEqually, sumByDate } from '../../../shared/domain/instalment.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readBalance } from '../../ledger/client-account.ts';
import { readPerson } from '../../ledger/client-store.ts';
import { readItemPerson } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { type LiveRow, readLivePlan } from '../../ledger/planned-payment-store.ts';
import { findReplacement } from '../../ledger/replacement-store.ts';
import { type Account, requireAccount } from '../../sale/account.ts';
import type { CartLine } from '../../sale/price-cart.ts';
import { type PlannedCredit, planCredit, planFunding, readCreditable } from '../item/item-credit.ts';
import { priceReplacement } from './price-replacement.ts';

export type ReplacementAsk = ParsedInput<'invoice.replacePreview'>;

/** Everything a replacement does, decided before anything is written; preview and command share it. */
export interface PlannedReplacement {
  account: Account;
  old: PlannedCredit;
  line: CartLine;
  /** What the memo pays of the new item, and what is then left of either; cents. */
  paidMinor: number;
  owedMinor: number;
  openMinor: number;
  refundableMinor: number;
  rows: LiveRow[];
  /** The dates left of the old plan, for what the new item owes. */
  payments: Instalment[];
}

/**
 * Credits what is left of an item and prices what takes its place (domain.md B17; settled.md 3, 4). The memo pays the
 * old item's unpaid part, then the new item; the non-refundable part of it first.
 * Refuses as `invoice.replaceItem`.
 */
export async function planReplacement(
  db: ReadableLedger,
  asked: ReplacementAsk,
  { reason, today }: { reason: string; today: string },
): Promise<PlannedReplacement> {
  const creditable = await readCreditable(db, asked.itemId);
  const { item } = creditable;
  if (item.clientKind === 'walk-in') refuse('walk-in-no-credit', { mustRefundMinor: item.totalMinor });
  const replaced = await findReplacement(db, item.itemId);
  if (replaced) refuse('already-replaced', { invoiceNumber: replaced.invoiceNumber });
  const account = await requireAccount(db, item.clientId);
  const { credit, endsPlace } = planCredit(creditable, { whole: true }, false);
  const funding = await planFunding(db, {
    item,
    totalMinor: credit.totalMinor,
    isSpendOnly: false,
    promised: new Map(),
  });
  const old = { ...creditable, credit, endsPlace, funding };
  const personId = await readItemPerson(db, item.itemId);
  const line = await priceReplacement(db, { asked, account, old, personId, reason, today });
  const paidMinor = Math.min(funding.openMinor, line.totalMinor);
  const owedMinor = line.totalMinor - paidMinor;
  const rows = await readLivePlan(db, [item.itemId]);
  const spentRefundableMinor = Math.max(0, paidMinor - funding.nonRefundableMinor);
  return {
    account,
    old,
    line,
    paidMinor,
    owedMinor,
    openMinor: funding.openMinor - paidMinor,
    refundableMinor: funding.refundableMinor - spentRefundableMinor,
    rows,
    payments: movedPlan(rows, owedMinor, today),
  };
}

/** What the new item owes over the dates that were left of the old plan, in equal cents; dates gone by become today. */
function movedPlan(rows: readonly LiveRow[], owedMinor: number, today: string): Instalment[] {
  const dates = rows
    .filter((row) => !isUnderWay(row))
    .map(({ dueDate }) => (dueDate < today ? today : dueDate));
  return dates.length === 0 || owedMinor === 0 ? [] : splitEqually(owedMinor, dates);
}

/** As the contract shows it. */
export async function replacementRead(
  db: ReadableLedger,
  planned: PlannedReplacement,
): Promise<OutputOf<'invoice.replacePreview'>> {
  const { old, line, rows, payments, paidMinor, owedMinor, openMinor, refundableMinor } = planned;
  const { fraction: _, ...credit } = old.credit;
  const balanceBeforeMinor = await readBalance(db, old.item.clientId);
  const person = line.personId === null ? undefined : await readPerson(db, line.personId);
  return {
    memo: { ...credit, toItemMinor: old.funding.toItemMinor },
    item: {
      nameFr: line.nameFr,
      nameEn: line.nameEn,
      personName: person ? `${person.givenName} ${person.familyName}`.trim() : null,
      quantity: line.quantity,
      grossMinor: line.grossMinor,
      discounts: line.discounts.map(({ nameFr, nameEn, amountMinor }) => ({ nameFr, nameEn, amountMinor })),
      netMinor: line.netMinor,
      gstMinor: line.gstMinor,
      qstMinor: line.qstMinor,
      totalMinor: line.totalMinor,
    },
    paidMinor,
    owedMinor,
    openMinor,
    refundableMinor,
    plan: rows.length === 0 ? null : { before: sumByDate(rows), after: payments },
    balanceBeforeMinor,
    balanceAfterMinor: balanceBeforeMinor - credit.totalMinor + line.totalMinor,
  };
}
