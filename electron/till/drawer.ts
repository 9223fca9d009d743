import { AMOUNT_MAX_MINOR } from '../../shared/domain/money.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { hasRole, type Role } from '../../shared/domain/staff-rights.ts';
import type { DrawerEventKind } from '../../shared/domain/till-count.ts';
import type { WritableLedger } from '../ledger/ledger.ts';
import type { ReadableLedger } from '../ledger/sql.ts';
import { readCashUnderWay, readExpectedCash } from '../ledger/till-store.ts';

export interface DrawerEvent {
  tillSessionId: number;
  kind: DrawerEventKind;
  /** Cents; positive into the drawer, negative out of it, 0 for NO_SALE and COUNT. */
  amountMinor: number;
  paymentId?: number;
  refundId?: number;
  reason?: string;
  staffId: number;
}

/** Appends one typed movement of a drawer and returns its id; the database refuses it outside its state of the session. */
export async function recordDrawerEvent(db: WritableLedger, event: DrawerEvent): Promise<number> {
  return await db.insert('drawer_event', {
    till_session_id: event.tillSessionId,
    kind: event.kind,
    amount_minor: event.amountMinor,
    payment_id: event.paymentId ?? null,
    refund_id: event.refundId ?? null,
    reason: event.reason ?? '',
    staff_id: event.staffId,
    at: db.at,
  });
}

/** Whether a role may see what the drawer should hold before the count (settled.md 38). */
export function maySeeExpected(roles: readonly Role[]): boolean {
  return hasRole(roles, 'supervisor');
}

/**
 * Stops when the drawer holds less than `amountMinor` (cents, what would leave it). What a refund under way was told
 * to take is no longer there for another one. Refuses `drawer-short`; the amount that would pass is told only to
 * those who may see the expected cash (settled.md 38).
 */
export async function requireInDrawer(
  db: ReadableLedger,
  asked: { tillSessionId: number; amountMinor: number; roles: readonly Role[] },
): Promise<void> {
  const { tillSessionId, amountMinor, roles } = asked;
  const freeMinor = (await readExpectedCash(db, tillSessionId)) - (await readCashUnderWay(db, tillSessionId));
  if (amountMinor > freeMinor)
    refuse('drawer-short', { maximumMinor: maySeeExpected(roles) ? Math.max(0, freeMinor) : null });
}

/** Below this, in cents, no drawer of this world fills up to the ledger's limit: 1,000,000.00. */
const ALWAYS_FITS_MINOR = 100_000_000;

/** Refuses `amount-too-large` when the drawer would pass what one amount of the ledger may be (settled.md 58). */
export async function requireDrawerRoom(
  db: ReadableLedger,
  asked: { tillSessionId: number; amountMinor: number },
): Promise<void> {
  if (asked.amountMinor <= ALWAYS_FITS_MINOR) return;
  const maximumMinor = AMOUNT_MAX_MINOR - (await readExpectedCash(db, asked.tillSessionId));
  if (asked.amountMinor > maximumMinor)
    refuse('amount-too-large', { maximumMinor: Math.max(0, maximumMinor) });
}

/** Coins and notes come in steps of five cents. Refuses `cash-not-multiple-of-five`. */
export function requireCoins(amountMinor: number): void {
  const below = amountMinor - (amountMinor % 5);
  if (below !== amountMinor)
    refuse('cash-not-multiple-of-five', { lowerMinor: Math.max(5, below), higherMinor: below + 5 });
}
