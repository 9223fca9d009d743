import { type ClerkLimits, DEFAULT_CLERK_LIMITS } from '../../shared/domain/staff-rights.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

/** What a clerk may refund without an approval, in cents (settled.md 49), and the desk's hours, HH:MM. */
export type RefundLimits = Pick<ClerkLimits, 'refundMinor' | 'refundDayMinor' | 'refundClientMonthMinor'> & {
  opensAt: string;
  closesAt: string;
};

const DEFAULT_HOURS = { opensAt: '06:00', closesAt: '23:00' };

/** The limits in force: those an administrator chose, else the defaults. */
export async function readLimits(db: ReadableLedger): Promise<RefundLimits> {
  const chosen = await db.get<RefundLimits>`
    SELECT refund_minor AS refundMinor, refund_day_minor AS refundDayMinor,
      refund_client_month_minor AS refundClientMonthMinor, opens_at AS opensAt, closes_at AS closesAt
    FROM clerk_limit WHERE id = 1`;
  if (chosen) return chosen;
  const { refundMinor, refundDayMinor, refundClientMonthMinor } = DEFAULT_CLERK_LIMITS;
  return { refundMinor, refundDayMinor, refundClientMonthMinor, ...DEFAULT_HOURS };
}

export async function writeLimits(db: WritableLedger, limits: RefundLimits): Promise<void> {
  await db.run`
    INSERT INTO clerk_limit (id, refund_minor, refund_day_minor, refund_client_month_minor, opens_at, closes_at)
    VALUES (1, ${limits.refundMinor}, ${limits.refundDayMinor}, ${limits.refundClientMonthMinor},
      ${limits.opensAt}, ${limits.closesAt})
    ON CONFLICT (id) DO UPDATE SET refund_minor = excluded.refund_minor,
      refund_day_minor = excluded.refund_day_minor,
      refund_client_month_minor = excluded.refund_client_month_minor,
      opens_at = excluded.opens_at, closes_at = excluded.closes_at`;
}
