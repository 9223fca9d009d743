import { type ClerkLimits, DEFAULT_CLERK_LIMITS } from '../../shared/domain/staff-rights.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** What a clerk may do without an approval, in cents (settled.md 49), and the desk's hours, HH:MM. */
export interface Limits extends ClerkLimits {
  opensAt: string;
  closesAt: string;
}

const DEFAULT_HOURS = { opensAt: '06:00', closesAt: '23:00' };

/** The limits in force: those an administrator chose, else the defaults. */
export async function readLimits(db: ReadableLedger): Promise<Limits> {
  const chosen = await db.get<Limits>`
    SELECT refund_minor AS refundMinor, refund_day_minor AS refundDayMinor,
      refund_client_month_minor AS refundClientMonthMinor, opens_at AS opensAt, closes_at AS closesAt,
      rebate_item_basis_points AS rebateItemBasisPoints, rebate_item_minor AS rebateItemMinor
    FROM clerk_limit WHERE id = 1`;
  return chosen ?? { ...DEFAULT_CLERK_LIMITS, ...DEFAULT_HOURS };
}

export async function writeLimits(db: WritableLedger, limits: Limits): Promise<void> {
  await db.run`
    INSERT INTO clerk_limit (id, refund_minor, refund_day_minor, refund_client_month_minor, opens_at, closes_at,
      rebate_item_basis_points, rebate_item_minor)
    VALUES (1, ${limits.refundMinor}, ${limits.refundDayMinor}, ${limits.refundClientMonthMinor},
      ${limits.opensAt}, ${limits.closesAt}, ${limits.rebateItemBasisPoints}, ${limits.rebateItemMinor})
    ON CONFLICT (id) DO UPDATE SET refund_minor = excluded.refund_minor,
      refund_day_minor = excluded.refund_day_minor,
      refund_client_month_minor = excluded.refund_client_month_minor,
      opens_at = excluded.opens_at, closes_at = excluded.closes_at,
      rebate_item_basis_points = excluded.rebate_item_basis_points, rebate_item_minor = excluded.rebate_item_minor`;
}
