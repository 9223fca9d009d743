import { refuse } from '../../../shared/domain/refusal.ts';
import type { SessionHandler } from '../context.ts';

export const restoreLedger: SessionHandler<'ledger.restore'> = async ({ files, push }, { fileName }) => {
  const restored = await files.restore(fileName);
  if (restored === null) return refuse('restore-refused', { reason: fileName });
  push({ type: 'ledger-changed', operation: 'ledger.restore' });
  return restored;
};
