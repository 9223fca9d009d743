import { refuse } from '../../../shared/domain/refusal.ts';
import type { ActionMoment, FoundAction } from '../../ledger/action/action-source.ts';
import { readActions } from '../../ledger/action/action-sources.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';

/** The row as it stands now. Refuses `action-unknown` for one that has left the list, or never was on it. */
export async function requireAction(
  db: ReadableLedger,
  actionId: string,
  moment: ActionMoment,
): Promise<FoundAction> {
  const row = (await readActions(db, moment)).find((each) => each.actionId === actionId);
  if (!row) refuse('action-unknown', { actionId });
  return row;
}
