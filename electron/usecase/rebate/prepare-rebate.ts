import type { ParsedInput } from '../../../shared/contract/contract.ts';
import type { CreditFundingPlan } from '../../../shared/domain/credit-funding.ts';
import { type ItemCredit, leftToCredit, planItemCredit } from '../../../shared/domain/credit-share.ts';
import { Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { hasRole, rebateLimitMinor } from '../../../shared/domain/staff-rights.ts';
import type { CreditedItemRow } from '../../ledger/invoice-store.ts';
import { readLimits } from '../../ledger/limit-store.ts';
import { readRebatesOfItem } from '../../ledger/rebate-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { type RebateLabel, readRebateLabel, rebateAsk } from '../../sale/rebate-cart.ts';
import type { RebateIntent } from '../approval/approval-intent.ts';
import type { StaffMember } from '../context.ts';
import { planFunding, readCreditable } from '../item/item-credit.ts';

export type RebateInput = Omit<ParsedInput<'rebate.give'>, 'approvalId'>;

export interface PreparedRebate {
  readonly item: CreditedItemRow;
  readonly credit: ItemCredit;
  readonly funding: CreditFundingPlan;
  readonly label: RebateLabel;
  /** What could be taken off the item before this rebate, before tax. */
  readonly leftNetMinor: number;
  /** What a clerk may still take off it without an approval, in cents before tax (settled.md 49). */
  readonly limitMinor: number;
  readonly intent: RebateIntent;
  readonly needed: Refusal | null;
}

/**
 * Plans a rebate on a billed item, writing nothing: typed before tax, each tax by the item's own share (settled.md 22,
 * 23), and whether this person needs an approval; rebates the item already has count against the limit.
 * Refuses `item-unknown`, `nothing-to-credit`, `rebate-exceeds-item`, `credit-exceeds-item`, and as `readRebateLabel`.
 */
export async function prepareRebate(
  { db, staff }: { db: ReadableLedger; staff: StaffMember },
  input: RebateInput,
): Promise<PreparedRebate> {
  const { item, credited } = await readCreditable(db, input.itemId);
  const label = await readRebateLabel(db, input);
  const leftNetMinor = leftToCredit(item, credited).netMinor;
  const asked = rebateAsk(input, '');
  if ('amountMinor' in asked && leftNetMinor > 0 && asked.amountMinor > leftNetMinor)
    refuse('rebate-exceeds-item', { name: item.nameFr, maximumMinor: leftNetMinor });
  const credit = planItemCredit({
    original: item,
    credited,
    ask:
      'amountMinor' in asked
        ? { rebateNetMinor: asked.amountMinor }
        : { percentBasisPoints: asked.basisPoints },
  });
  const funding = await planFunding(db, {
    item,
    totalMinor: credit.totalMinor,
    isSpendOnly: false,
    promised: new Map(),
  });
  const limitMinor = await readLimit(db, item);
  const isAbove = credit.netMinor > limitMinor && !hasRole(staff.roles, 'supervisor');
  const { nameFr, nameEn } = item;
  return {
    item,
    credit,
    funding,
    label,
    leftNetMinor,
    limitMinor,
    intent: {
      action: 'rebate',
      staffId: staff.staffId,
      clientId: input.toClientId ?? item.clientId,
      amountMinor: credit.totalMinor,
      itemId: item.itemId,
      nameFr,
      nameEn,
      netMinor: credit.netMinor,
      reason: label.reason || label.nameFr,
      request: input,
    },
    needed: isAbove
      ? new Refusal('rebate-above-limit', { name: nameFr, limitMinor, availableMinor: limitMinor })
      : null,
  };
}

/** A clerk's limit is of what the item cost before any rebate by hand, less those it already has. */
async function readLimit(db: ReadableLedger, item: CreditedItemRow): Promise<number> {
  const { atIssueMinor, sinceMinor } = await readRebatesOfItem(db, item.itemId);
  const wholeMinor =
    rebateLimitMinor({
      roles: ['clerk'],
      itemNetMinor: item.netMinor + atIssueMinor,
      limits: await readLimits(db),
    }) ?? 0;
  return Math.max(0, wholeMinor - atIssueMinor - sinceMinor);
}

/** The parts of a rebate as the contract shows them. */
export function rebateParts({ credit, funding }: PreparedRebate) {
  const { netMinor, gstMinor, qstMinor, totalMinor } = credit;
  const { toItemMinor, openMinor, refundableMinor } = funding;
  return { netMinor, gstMinor, qstMinor, totalMinor, toItemMinor, openMinor, refundableMinor };
}
