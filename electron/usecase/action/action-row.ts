import type { OutputOf } from '../../../shared/contract/contract.ts';
import { readHeldClaims, readNoteCounts } from '../../ledger/action/action-mark-store.ts';
import type { FoundAction } from '../../ledger/action/action-source.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';

export type ActionRow = OutputOf<'action.list'>['actions'][number];

const NOTHING = {
  state: 'open',
  dueDate: null,
  about: null,
  nameFr: null,
  nameEn: null,
  why: null,
  refundId: null,
  saleId: null,
  attemptId: null,
  approvalId: null,
  paymentId: null,
  memoId: null,
  invoiceId: null,
  plannedPaymentId: null,
  savedMethodId: null,
  zNumber: null,
  driver: null,
  terminalName: null,
} as const;

/** What people put on rows: who is on each, and how often its client was contacted. */
export interface Marks {
  claimOf(actionId: string): ActionRow['claim'];
  noteCountOf(actionId: string): number;
}

export async function readMarks(
  db: ReadableLedger,
  asked: { staffId: number; localDate: string },
): Promise<Marks> {
  const noteCounts = await readNoteCounts(db);
  const claims = new Map<string, ActionRow['claim']>();
  for (const { actionId, staffId, staffName, localDate, at } of await readHeldClaims(db))
    if (localDate === asked.localDate)
      claims.set(actionId, { staffId, staffName, at, isMine: staffId === asked.staffId });
  return {
    claimOf: (actionId) => claims.get(actionId) ?? null,
    noteCountOf: (actionId) => noteCounts.get(actionId) ?? 0,
  };
}

/** A found row as the contract gives it: what its kind does not have is null. */
export function actionRow(found: FoundAction, marks: Marks): ActionRow {
  return {
    ...NOTHING,
    ...found,
    can: [...found.can],
    claim: marks.claimOf(found.actionId),
    noteCount: marks.noteCountOf(found.actionId),
  };
}
