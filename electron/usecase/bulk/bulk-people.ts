import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { type BulkPerson, sessionsMinor } from '../../../shared/domain/bulk.ts';
import { ageOn } from '../../../shared/domain/local-time.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { type ParticipantRow, readListedPeople, readParticipants } from '../../ledger/participant-store.ts';
import { readProduct } from '../../ledger/product-store.ts';

type Asked = ParsedInput<'bulk.preview'>;

/**
 * Whom a batch is about, each once, with the amount of each; cents. Somebody registered in two of the activities has
 * the sessions of both. Refuses `product-unknown`, `person-unknown`, `bulk-person-twice`, `bulk-no-sessions`,
 * `invalid-input`.
 */
export async function readBulkPeople(
  db: ReadableLedger,
  asked: Asked,
  localDate: string,
): Promise<(BulkPerson & { clientName: string })[]> {
  const { filter, sessions } = asked;
  if ((asked.amountMinor === undefined) === (sessions === undefined))
    refuse('invalid-input', { issues: [{ path: 'amountMinor', problem: 'choose-one-of-two' }] });
  const rows = (await readRows(db, filter)).filter((row) => fits(row, filter, localDate));
  return [...Map.groupBy(rows, ({ personId }) => personId).values()].map((own) => {
    const { personId, personName, clientId, clientName } = own[0]!;
    const amountMinor = asked.amountMinor ?? sumMinor(own.map((row) => amountOf(row, sessions ?? 0)));
    return { personId, personName, clientId, clientName, amountMinor };
  });
}

async function readRows(db: ReadableLedger, filter: Asked['filter']): Promise<ParticipantRow[]> {
  const { productIds, personIds } = filter;
  if ((productIds === undefined) === (personIds === undefined))
    refuse('invalid-input', { issues: [{ path: 'filter', problem: 'choose-one-of-two' }] });
  if (productIds) {
    for (const productId of productIds)
      if (!(await readProduct(db, productId))) refuse('product-unknown', { productId });
    return await readParticipants(db, productIds);
  }
  const listed = personIds ?? [];
  const rows = await readListedPeople(db, listed);
  const known = new Map(rows.map((row) => [row.personId, row]));
  const seen = new Set<number>();
  for (const personId of listed) {
    const row = known.get(personId);
    if (!row) refuse('person-unknown', { personId });
    if (seen.has(personId)) refuse('bulk-person-twice', { personName: row.personName });
    seen.add(personId);
  }
  return rows;
}

function fits(row: ParticipantRow, filter: Asked['filter'], localDate: string): boolean {
  const { ageMinimum, ageMaximum, tag } = filter;
  if (filter.exceptPersonIds?.includes(row.personId)) return false;
  if (tag !== undefined) {
    const tags = (JSON.parse(row.tags || '[]') as string[]).map(foldText);
    if (!tags.includes(foldText(tag))) return false;
  }
  if (ageMinimum === undefined && ageMaximum === undefined) return true;
  if (row.birthDate === null) return false;
  const age = ageOn(row.birthDate, localDate);
  return age >= (ageMinimum ?? 0) && age <= (ageMaximum ?? Number.MAX_SAFE_INTEGER);
}

function amountOf(row: ParticipantRow, missed: number): number {
  const { occurrences, priceMinor, productName } = row;
  if (occurrences === null || priceMinor === null || missed > occurrences)
    refuse('bulk-no-sessions', { name: productName ?? '', sessions: occurrences ?? 0 });
  return sessionsMinor({ priceMinor, sessions: occurrences, missed });
}
