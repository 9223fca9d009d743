import type { SessionHandler } from '../context.ts';

export const listBackups: SessionHandler<'ledger.backups'> = async ({ files }) => ({
  backups: await files.list(),
});
