import { AMOUNT_MAX_MINOR } from '../../../shared/domain/money.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type RefundLimitHit, refundLimit } from '../../../shared/domain/staff-rights.ts';
import { readLimits } from '../../ledger/limit-store.ts';
import { type RefundClient, readRefundTotals } from '../../ledger/refund-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import type { StaffMember } from '../context.ts';

interface Asked {
  staff: StaffMember;
  client: RefundClient;
  localDate: string;
}

async function readLimitHit(
  db: ReadableLedger,
  asked: Asked & { amountMinor: number },
): Promise<RefundLimitHit | null> {
  const { staff, client, localDate } = asked;
  const totals = await readRefundTotals(db, { staffId: staff.staffId, clientId: client.clientId, localDate });
  return refundLimit({
    roles: staff.roles,
    amountMinor: asked.amountMinor,
    clerkDayMinor: totals.clerkDayMinor,
    // the walk-in account is many people: a month of all of them is no one's limit
    clientMonthMinor: client.kind === 'walk-in' ? 0 : totals.clientMonthMinor,
    limits: await readLimits(db),
  });
}

/** `refund-above-limit` with what would pass without an approval, or null (settled.md 49). */
export async function limitRefusal(
  db: ReadableLedger,
  asked: Asked & { amountMinor: number },
): Promise<Refusal | null> {
  const hit = await readLimitHit(db, asked);
  return hit && new Refusal('refund-above-limit', hit);
}

/** What this person may still refund to this client without an approval, in cents; null without limit. */
export async function readLimitLeft(db: ReadableLedger, asked: Asked): Promise<number | null> {
  const hit = await readLimitHit(db, { ...asked, amountMinor: AMOUNT_MAX_MINOR });
  return hit?.availableMinor ?? null;
}
