import {
  clientSteps,
  type HeldRow,
  type OwedRow,
  type PlannedRow,
  readHeldByClient,
  readOwedByClient,
  readPlannedByClient,
} from '../../ledger/report/receivable-store.ts';
import type { ReportContext } from './report-context.ts';
import { instantsOf } from './scope-instants.ts';

/** What clients owe on items, and what is held for them, at the end of a day. */
export interface AccountSums {
  readonly owed: readonly OwedRow[];
  /** Debts that wait for a planned date; none for a day that is over, whose plans have moved since. */
  readonly planned: readonly PlannedRow[];
  readonly held: readonly HeldRow[];
  readonly owedMinor: number;
  readonly heldMinor: number;
}

/** Owed less held is what the client accounts of the journal say (domain.md §2). */
export async function readAccountSums(context: ReportContext, toDate: string): Promise<AccountSums> {
  const { db } = context;
  const day = { toDate, endsAt: instantsOf(context, { fromDate: toDate, toDate }).endsAt };
  const owed: OwedRow[] = [];
  const held: HeldRow[] = [];
  const planned: PlannedRow[] = [];
  const steps = await clientSteps(db);
  for (const [index, step] of steps.entries()) {
    owed.push(...(await readOwedByClient(db, day, step)));
    held.push(...(await readHeldByClient(db, day, step)));
    if (toDate >= context.localDate) planned.push(...(await readPlannedByClient(db, step)));
    context.tell(index + 1, steps.length + 1);
  }
  return {
    owed,
    planned,
    held,
    owedMinor: owed.reduce((sum, row) => sum + row.owedMinor, 0),
    heldMinor: held.reduce((sum, row) => sum + row.openMinor, 0),
  };
}
