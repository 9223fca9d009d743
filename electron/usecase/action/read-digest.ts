import { ACTION_KINDS } from '../../../shared/domain/action.ts';
import { formatZNumber } from '../../../shared/domain/document-number.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { readActions } from '../../ledger/action/action-sources.ts';
import { readEndedSince, readLastClose } from '../../ledger/digest-store.ts';
import type { QueryHandler } from '../context.ts';

/** What changed since a till was last closed: what came to the worklist and still waits there, and what came to an end. */
export const readDigest: QueryHandler<'action.digest'> = async ({ db, at, localDate }, { tillId }) => {
  const close = await readLastClose(db, tillId ?? null);
  if (!close) return { close: null, waiting: [], ended: null };
  const rows = await readActions(db, { at, localDate });
  const fresh = rows.filter((row) => row.since > close.at && (row.state ?? 'open') === 'open');
  const { tillId: closedTillId, number, ...told } = close;
  return {
    close: { zNumber: formatZNumber(closedTillId, number), ...told },
    waiting: ACTION_KINDS.flatMap((kind) => {
      const ofKind = fresh.filter((row) => row.kind === kind);
      if (ofKind.length === 0) return [];
      return [{ kind, count: ofKind.length, amountMinor: sumMinor(ofKind.map((row) => row.amountMinor)) }];
    }),
    ended: await readEndedSince(db, close.at),
  };
};
