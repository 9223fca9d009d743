import { parseNumber } from '../../../shared/domain/document-number.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readZReports } from '../../ledger/z-report-store.ts';
import type { QueryHandler } from '../context.ts';
import { closeHeadOf } from './close-head.ts';

/** As many as `till.read` gives: the next page of the same list. */
export const CLOSES_SHOWN = 50;

export const readCloses: QueryHandler<'till.readCloses'> = async ({ db }, { before }) => {
  const number = parseNumber(before);
  const isZ = number?.series === 'Z';
  const [row] = isZ ? await readZReports(db, number.tillId, 1, number.count) : [];
  if (!row) refuse('z-report-unknown', { zNumber: before });
  const closes = await readZReports(db, row.tillId, CLOSES_SHOWN, null, row.number);
  return { closes: closes.map(closeHeadOf) };
};
