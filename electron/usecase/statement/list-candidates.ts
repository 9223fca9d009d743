import { planStatementPeriod } from '../../../shared/domain/statement.ts';
import { readStatementCandidates } from '../../ledger/statement-store.ts';
import type { QueryHandler } from '../context.ts';

const CANDIDATES_SHOWN = 5000;
/** SQLite orders letters with accents after z. */
const names = new Intl.Collator('fr-CA');
const byName = (a: { name: string }, b: { name: string }) => names.compare(a.name, b.name);

export const listStatementCandidates: QueryHandler<'statement.candidates'> = async (
  { db, localDate },
  { who, clientIds = [], fromDate, toDate },
) => {
  const period = planStatementPeriod({ fromDate, toDate }, { today: localDate, last: null, firstDate: null });
  const found = await readStatementCandidates(db, {
    who,
    clientIds,
    fromDate: fromDate ?? null,
    toDate: period.toDate,
    limit: CANDIDATES_SHOWN + 1,
  });
  return {
    toDate: period.toDate,
    clients: found
      .slice(0, CANDIDATES_SHOWN)
      .sort(byName)
      .map(({ lastNumber, lastToDate, ...client }) => ({
        ...client,
        last: lastNumber === null || lastToDate === null ? null : { number: lastNumber, toDate: lastToDate },
      })),
    hasMore: found.length > CANDIDATES_SHOWN,
  };
};
