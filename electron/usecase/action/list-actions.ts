import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { ACTION_KINDS } from '../../../shared/domain/action.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { FoundAction } from '../../ledger/action/action-source.ts';
import { readActions } from '../../ledger/action/action-sources.ts';
import type { QueryHandler } from '../context.ts';
import { actionRow } from './action-row.ts';

const PAGE = 500;

/** Everything about money that needs a hand, oldest first: a row leaves the list by what is done about it. */
export const listActions: QueryHandler<'action.list'> = async ({ db, at, localDate }, input) => {
  const all = await readActions(db, { at, localDate });
  const sought = all.filter(matching(input));
  const kinds = new Set(input.kinds ?? ACTION_KINDS);
  const rows = sought.filter((row) => kinds.has(row.kind));
  const offset = input.offset ?? 0;
  return {
    actions: rows.slice(offset, offset + (input.limit ?? PAGE)).map(actionRow),
    totalCount: rows.length,
    counts: ACTION_KINDS.map((kind) => ({ kind, count: sought.filter(isOpenOf(kind)).length })).filter(
      ({ count }) => count > 0,
    ),
    openCount: all.filter(isOpen).length,
  };
};

const isOpen = (row: FoundAction) => (row.state ?? 'open') === 'open';
const isOpenOf = (kind: string) => (row: FoundAction) => row.kind === kind && isOpen(row);

function matching({ search, clientId }: ParsedInput<'action.list'>): (row: FoundAction) => boolean {
  const words = foldText(search ?? '');
  return (row) =>
    (clientId === undefined || row.clientId === clientId) &&
    (words === '' || foldText(`${row.clientName ?? ''} ${row.about ?? ''}`).includes(words));
}
