import type { ReadableLedger } from '../sql.ts';
import type { ActionMoment, ActionSource, FoundAction } from './action-source.ts';
import { approvalActions } from './approval-actions.ts';
import { attemptActions } from './attempt-actions.ts';
import { batchActions } from './batch-actions.ts';
import { parkedSaleActions } from './parked-sale-actions.ts';
import { walkInActions } from './walk-in-actions.ts';

/** Where every row of the worklist comes from, one source a part of the program. */
export const ACTION_SOURCES: readonly ActionSource[] = [
  attemptActions,
  parkedSaleActions,
  walkInActions,
  approvalActions,
  batchActions,
];

/** Every row there is now, oldest first; of one moment, in the order of the sources, so that pages never overlap. */
export async function readActions(db: ReadableLedger, moment: ActionMoment): Promise<FoundAction[]> {
  const found: FoundAction[] = [];
  for (const source of ACTION_SOURCES) found.push(...(await source.read(db, moment)));
  return found.sort((one, other) => (one.since < other.since ? -1 : one.since > other.since ? 1 : 0));
}
