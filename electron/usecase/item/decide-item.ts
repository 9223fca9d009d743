import type { CreditAsk, ItemCredit } from '../../../shared/domain/credit-share.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { hasRole, type Role } from '../../../shared/domain/staff-rights.ts';
import type { TaxedAmount } from '../../../shared/domain/tax.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { labelProposedFee, type PlannedFee, planItemFee } from './cancellation-fee.ts';
import { type CreditableItem, planCredit } from './item-credit.ts';
import { type ItemPolicy, readItemPolicy } from './item-policy.ts';
import type { AskedItem } from './plan-cancellation.ts';

/** How much of one item comes back and what is kept of it. */
export interface ItemDecision {
  credit: ItemCredit;
  endsPlace: boolean;
  fee: PlannedFee | null;
  policy: ItemPolicy | null;
  /** A supervisor set the policy aside. */
  isOverridden: boolean;
  /** The policy keeps the money on the account. */
  isSpendOnly: boolean;
}

interface Asking {
  asked: AskedItem;
  creditable: CreditableItem;
  localDate: string;
  roles: readonly Role[];
}

/**
 * What the clerk asked, or what the policy of the product says when nothing was asked (domain.md B12). Anything else
 * than the policy takes a supervisor with a reason. A place that is kept is no cancellation: its policy gives nothing.
 * Refuses `policy-differs` with what the policy gives, `sessions-needed`, `nothing-to-credit`, `credit-exceeds-item`,
 * `fee-exceeds-credit`, `fee-item-needed`, `custom-item-unknown`.
 */
export async function decideItem(db: ReadableLedger, asking: Asking): Promise<ItemDecision> {
  const { asked, creditable, localDate } = asking;
  const policy = await readItemPolicy(db, creditable, { sessionsGiven: asked.sessionsGiven, localDate });
  if (policy && isSilent(asked) && !asked.keepRegistration && asked.overrideReason === undefined)
    return await asProposed(db, policy, creditable);
  const { item } = creditable;
  const { credit, endsPlace } = planCredit(
    creditable,
    askOf(asked, creditable),
    asked.keepRegistration === true,
  );
  const fee = await planItemFee(db, { asked: asked.fee, item, credit, localDate });
  const isOverridden = policy !== null && !isAsProposed(policy, asked, credit, fee);
  if (policy && isOverridden) requireOverride(policy, asking);
  return {
    credit,
    endsPlace,
    fee,
    policy,
    isOverridden,
    isSpendOnly: policy?.row.definition.destination === 'account' && !isOverridden,
  };
}

async function asProposed(
  db: ReadableLedger,
  policy: ItemPolicy,
  creditable: CreditableItem,
): Promise<ItemDecision> {
  const { definition } = policy.row;
  const { fee } = policy.proposal;
  const { item } = creditable;
  const planned = planCredit(creditable, null, false, policy.proposal.credit);
  return {
    ...planned,
    fee: fee && (await labelProposedFee(db, { fee, customItemId: definition.customItemId, item })),
    policy,
    isOverridden: false,
    isSpendOnly: definition.destination === 'account',
  };
}

function isSilent({ creditBasisPoints, creditMinor, quantity, fee }: AskedItem): boolean {
  return [creditBasisPoints, creditMinor, quantity, fee].every((value) => value === undefined);
}

function askOf({ creditBasisPoints, creditMinor, quantity }: AskedItem, { item }: CreditableItem): CreditAsk {
  const asks: CreditAsk[] = [];
  if (creditBasisPoints !== undefined) asks.push({ percentBasisPoints: creditBasisPoints });
  if (creditMinor !== undefined) asks.push({ amountMinor: creditMinor });
  if (quantity !== undefined) asks.push({ units: quantity, ofQuantity: item.quantity });
  if (asks.length > 1) refuse('invalid-input', { issues: [{ path: '', problem: 'choose-one-of-three' }] });
  return asks[0] ?? { whole: true };
}

const NOTHING: TaxedAmount = { netMinor: 0, gstMinor: 0, qstMinor: 0, totalMinor: 0 };

function isAsProposed(
  { proposal }: ItemPolicy,
  asked: AskedItem,
  credit: TaxedAmount,
  fee: TaxedAmount | null,
): boolean {
  const proposed = asked.keepRegistration ? { credit: null, fee: null } : proposal;
  return isSame(credit, proposed.credit ?? NOTHING) && isSame(fee ?? NOTHING, proposed.fee ?? NOTHING);
}

const isSame = (a: TaxedAmount, b: TaxedAmount) =>
  a.netMinor === b.netMinor && a.gstMinor === b.gstMinor && a.qstMinor === b.qstMinor;

function requireOverride({ row, proposal }: ItemPolicy, { asked, roles }: Asking): void {
  if (asked.overrideReason !== undefined && hasRole(roles, 'supervisor')) return;
  refuse('policy-differs', {
    name: row.definition.nameFr,
    creditMinor: proposal.credit?.totalMinor ?? 0,
    feeMinor: proposal.fee?.totalMinor ?? 0,
  });
}
