import { refuse } from '../../../shared/domain/refusal.ts';
import type { SessionHandler } from '../context.ts';

export const backupLedger: SessionHandler<'ledger.backup'> = async ({ files }) => {
  try {
    return await files.backup();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'verify';
    return refuse('backup-failed', { reason });
  }
};
