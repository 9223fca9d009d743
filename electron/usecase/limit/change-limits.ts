import { recordAudit } from '../../ledger/audit-event.ts';
import { readLimits, writeLimits } from '../../ledger/limit-store.ts';
import type { CommandHandler } from '../context.ts';

/** Takes effect with the next refund or rebate; what was before stays in the audit. */
export const changeLimits: CommandHandler<'limit.change'> = async ({ db, staff }, input) => {
  const before = await readLimits(db);
  const limits = {
    ...input,
    rebateItemBasisPoints: input.rebateItemBasisPoints ?? before.rebateItemBasisPoints,
    rebateItemMinor: input.rebateItemMinor ?? before.rebateItemMinor,
  };
  await writeLimits(db, limits);
  await recordAudit(db, {
    kind: 'limit.changed',
    staffId: staff.staffId,
    subject: 'organisation:1',
    detail: { before, after: limits },
  });
  return {};
};
