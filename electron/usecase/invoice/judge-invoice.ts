import { Refusal } from '../../../shared/domain/refusal.ts';
import type { OverrideKind } from '../../../shared/domain/sale-override.ts';
import { hasRole } from '../../../shared/domain/staff-rights.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { leftToPayMinor, partPaymentRefusal } from '../../sale/full-payment.ts';
import { type AppliedOverride, billedMinor } from '../../sale/plan-sale.ts';
import type { PricedCart } from '../../sale/price-cart.ts';
import { findRestrictions } from '../../sale/restrictions.ts';
import type { PlannedTaking } from '../../sale/take-tenders.ts';
import type { UnpaidBalanceOfClient } from '../../sale/unpaid-balance.ts';
import type { InvoiceIntent } from '../approval/approval-intent.ts';
import type { StaffMember } from '../context.ts';
import type { InvoiceInput } from './prepare-invoice.ts';

interface Judged {
  overrides: AppliedOverride[];
  /** What an approval would let through, for the person who gives it. */
  needs: InvoiceIntent['needs'];
  needed: Refusal | null;
}

/** What stands in the way of an invoice, and the override that would let it through. */
interface Obstacle {
  kind: OverrideKind;
  lineIndex: number | null;
  amountMinor: number;
  refusal: Refusal;
}

/**
 * Full classes, ages, registration windows, an unpaid balance and part payment (domain.md B16, B18): each refuses,
 * unless its override is asked with a reason. A supervisor's word is enough; a clerk's needs an approval, as does a
 * rebate above the limit (settled.md 49).
 */
export async function judgeInvoice(
  db: ReadableLedger,
  given: {
    staff: StaffMember;
    input: InvoiceInput;
    cart: PricedCart;
    taking: PlannedTaking;
    unpaid: UnpaidBalanceOfClient | null;
    localDate: string;
  },
): Promise<Judged> {
  const { cart } = given;
  const isSupervisor = hasRole(given.staff.roles, 'supervisor');
  const reasons = new Map(given.input.overrides?.map(({ kind, reason }) => [kind, reason]));
  const overrides = (await findObstacles(db, given, isSupervisor)).map((obstacle): AppliedOverride => {
    const reason = reasons.get(obstacle.kind);
    if (reason === undefined) throw obstacle.refusal;
    const { kind, lineIndex, amountMinor } = obstacle;
    return { kind, reason, lineIndex, amountMinor };
  });
  if (isSupervisor) return { overrides, needs: [], needed: null };
  const rebates = cart.rebateLimits.flatMap(({ askedMinor, limitMinor }, lineIndex) =>
    askedMinor > limitMinor ? [{ lineIndex, askedMinor, limitMinor }] : [],
  );
  const needs = [
    ...rebates.map(({ lineIndex, askedMinor }) => ({
      kind: 'rebate' as const,
      lineIndex,
      amountMinor: askedMinor,
      reason: reasonOf(cart, lineIndex),
    })),
    ...overrides,
  ];
  return { overrides, needs, needed: refusalOf(cart, rebates[0], overrides[0]) };
}

async function findObstacles(
  db: ReadableLedger,
  given: Parameters<typeof judgeInvoice>[1],
  isSupervisor: boolean,
): Promise<Obstacle[]> {
  const { cart, taking, unpaid } = given;
  const obstacles: Obstacle[] = (await findRestrictions(db, cart.lines, given.localDate)).map(
    (restriction) => ({ ...restriction, amountMinor: cart.lines[restriction.lineIndex]?.totalMinor ?? 0 }),
  );
  const { plan, sale } = taking;
  // what is overdue is paid before the invoice itself
  const isPaidAlong =
    given.input.paysOverdue === true && plan.tenderPlan.paidMinor >= billedMinor(plan.openItems);
  if (unpaid?.mode === 'block' && !isPaidAlong) obstacles.push(unpaidObstacle(unpaid));
  const missingMinor = leftToPayMinor(sale, plan, 0);
  const part = isSupervisor ? null : await partPaymentRefusal(db, { sale, missingMinor });
  if (part)
    obstacles.push({ kind: 'part-payment', lineIndex: null, amountMinor: missingMinor, refusal: part });
  return obstacles;
}

function unpaidObstacle({ overdueMinor, since }: UnpaidBalanceOfClient): Obstacle {
  const kind = 'unpaid-balance';
  const refusal = new Refusal(kind, { overdueMinor, since: since ?? '', override: kind });
  return { kind, lineIndex: null, amountMinor: overdueMinor, refusal };
}

/** Why the line's rebates are given: in words, or by the names of their custom items. */
function reasonOf({ lines }: PricedCart, lineIndex: number): string {
  const rebates = (lines[lineIndex]?.discounts ?? []).filter(({ rebate }) => rebate);
  return rebates.map(({ rebate, nameFr }) => rebate?.reason || nameFr).join(', ');
}

function refusalOf(
  { lines }: PricedCart,
  rebate: { lineIndex: number; limitMinor: number } | undefined,
  override: AppliedOverride | undefined,
): Refusal | null {
  if (rebate) {
    const { limitMinor, lineIndex } = rebate;
    const name = lines[lineIndex]?.nameFr ?? '';
    return new Refusal('rebate-above-limit', { name, limitMinor, availableMinor: limitMinor });
  }
  return override ? new Refusal('override-needs-supervisor', { override: override.kind }) : null;
}
