import type { CommandHandler } from '../context.ts';

/** A supervisor takes note of what is lost; the series go on after the numbers already printed (settled.md 18). */
export const acceptRecovery: CommandHandler<'ledger.acceptRecovery'> = async ({ db, staff }, { note }) => ({
  lostNumbers: await db.recoverTail({ staffId: staff.staffId, note }),
});
