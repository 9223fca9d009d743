import { Refusal } from '../../shared/domain/refusal.ts';
import { hasRole, type Role } from '../../shared/domain/staff-rights.ts';
import { hasFullPaymentProduct, readPaymentRule } from '../ledger/payment-rule-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import { billedMinor, type Sale, type SalePlan } from './plan-sale.ts';
import { type CartLine, cartTotal } from './price-cart.ts';

/** Whether the organisation, or a product of the cart, asks for the whole amount at the counter. */
export async function needsFullPayment(
  db: ReadableLedger,
  lines: readonly Pick<CartLine, 'productId'>[],
): Promise<boolean> {
  const productIds = lines.flatMap(({ productId }) => productId ?? []);
  return (await readPaymentRule(db)).fullPayment || (await hasFullPaymentProduct(db, productIds));
}

/** What a counter sale leaves to be paid after its tenders and approved cards, in cents, instalments included. */
export function leftToPayMinor(sale: Sale, plan: SalePlan, approvedMinor: number): number {
  const wholeMinor = cartTotal(sale.lines).totalMinor + billedMinor(plan.openItems);
  return Math.max(0, wholeMinor - plan.tenderPlan.paidMinor - approvedMinor);
}

/** Why a clerk may not let a counter sale owe this much, in cents; null when they may (settled.md 59). */
export async function partPaymentRefusal(
  db: ReadableLedger,
  asked: { sale: Sale; missingMinor: number },
): Promise<Refusal | null> {
  const { sale, missingMinor } = asked;
  if (missingMinor === 0 || sale.kind === 'payment' || sale.terms?.kind === 'manual') return null;
  if (!(await needsFullPayment(db, sale.lines))) return null;
  return new Refusal('full-payment-needed', { missingMinor, override: 'part-payment' });
}

/** Of a cart that waited for its card: what was let through before stays let through. Refuses `full-payment-needed`. */
export async function requireFullPayment(
  db: ReadableLedger,
  asked: { staff: { roles: readonly Role[] }; sale: Sale; plan: SalePlan; approvedMinor: number },
): Promise<void> {
  const { sale, plan, approvedMinor } = asked;
  const isThrough = sale.terms?.overrides.some(({ kind }) => kind === 'part-payment') ?? false;
  if (isThrough || hasRole(asked.staff.roles, 'supervisor')) return;
  const refusal = await partPaymentRefusal(db, {
    sale,
    missingMinor: leftToPayMinor(sale, plan, approvedMinor),
  });
  if (refusal) throw refusal;
}
