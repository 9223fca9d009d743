import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { ACTION_KINDS, type ActionKind, isUrgent } from '../../../shared/domain/action.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { FoundAction } from '../../ledger/action/action-source.ts';
import { readActions } from '../../ledger/action/action-sources.ts';
import type { QueryHandler } from '../context.ts';
import { type ActionRow, actionRow, readMarks } from './action-row.ts';

const PAGE = 500;

/** Everything about money that needs a hand, oldest first: a row leaves the list by what is done about it. */
export const listActions: QueryHandler<'action.list'> = async ({ db, staff, at, localDate }, input) => {
  const isWanted = (kind: ActionKind) => input.urgent !== true || isUrgent(kind);
  const all = await readActions(db, { at, localDate }, isWanted);
  const marks = await readMarks(db, { staffId: staff.staffId, localDate });
  const sought = all
    .filter(matching(input))
    .filter((row) => isClaimedSo(marks.claimOf(row.actionId), input.claimed));
  const kinds = new Set(input.kinds ?? ACTION_KINDS);
  const rows = sought.filter((row) => kinds.has(row.kind));
  const offset = input.offset ?? 0;
  return {
    actions: rows.slice(offset, offset + (input.limit ?? PAGE)).map((row) => actionRow(row, marks)),
    totalCount: rows.length,
    counts: ACTION_KINDS.map((kind) => ({ kind, count: sought.filter(isOpenOf(kind)).length })).filter(
      ({ count }) => count > 0,
    ),
    openCount: all.filter(isOpen).length,
  };
};

const isOpen = (row: FoundAction) => (row.state ?? 'open') === 'open';
const isOpenOf = (kind: string) => (row: FoundAction) => row.kind === kind && isOpen(row);

function matching({ search, clientId, refundId }: ParsedInput<'action.list'>): (row: FoundAction) => boolean {
  const words = foldText(search ?? '');
  return (row) =>
    (clientId === undefined || row.clientId === clientId) &&
    (refundId === undefined || row.refundId === refundId) &&
    (words === '' || foldText(`${row.clientName ?? ''} ${row.about ?? ''}`).includes(words));
}

function isClaimedSo(claim: ActionRow['claim'], claimed: ParsedInput<'action.list'>['claimed']): boolean {
  if (claimed === undefined) return true;
  return claimed === 'nobody' ? claim === null : claim?.isMine === true;
}
