import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { type BulkAccount, planBulk } from '../../../shared/domain/bulk.ts';
import { AMOUNT_MAX_MINOR, sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readBulkPeople } from './bulk-people.ts';

export interface PlannedBatch {
  accounts: (BulkAccount & { clientName: string })[];
  peopleCount: number;
  accountCount: number;
  totalMinor: number;
}

/** What a batch would do, decided before anything is written; preview and command share it. Refuses as `bulk.preview`. */
export async function planBatch(
  db: ReadableLedger,
  asked: ParsedInput<'bulk.preview'>,
  localDate: string,
): Promise<PlannedBatch> {
  const people = (await readBulkPeople(db, asked, localDate)).filter(({ amountMinor }) => amountMinor > 0);
  const { accounts, totalMinor } = planBulk({ people, taxMode: asked.taxMode, localDate });
  if (totalMinor > AMOUNT_MAX_MINOR) refuse('amount-too-large', { maximumMinor: AMOUNT_MAX_MINOR });
  const names = new Map(people.map(({ clientId, clientName }) => [clientId, clientName]));
  return {
    accounts: accounts.map((account) => ({ ...account, clientName: names.get(account.clientId) ?? '' })),
    peopleCount: sumMinor(accounts.map(({ lines }) => lines.length)),
    accountCount: accounts.length,
    totalMinor,
  };
}
