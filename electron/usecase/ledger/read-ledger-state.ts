import type { SessionHandler } from '../context.ts';

export const readLedgerState: SessionHandler<'ledger.state'> = async ({ ledger }) => {
  const { readOnly, missingCommits, clockSuspect } = ledger.status();
  return { isReadOnly: readOnly !== null, readOnlyReason: readOnly, missingCommits, clockSuspect };
};
