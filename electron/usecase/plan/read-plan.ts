import type { OutputOf } from '../../../shared/contract/contract.ts';
import { LIVE_STATES, sumByDate } from '../../../shared/domain/instalment.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { readClient } from '../../ledger/client-store.ts';
import { readInvoice, readItem } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { type PlanScope, readOwedOfScope, readPlanned } from '../../ledger/planned-payment-read.ts';
import type { QueryHandler } from '../context.ts';

export const readPlan: QueryHandler<'plan.read'> = async ({ db }, input) => {
  if ('itemId' in input && !(await readItem(db, input.itemId)))
    refuse('item-unknown', { itemId: input.itemId });
  if ('invoiceId' in input && !(await readInvoice(db, input.invoiceId)))
    refuse('invoice-unknown', { invoiceId: input.invoiceId });
  if ('clientId' in input && !(await readClient(db, input.clientId)))
    refuse('client-unknown', { clientId: input.clientId });
  return await planOf(db, input);
};

const isLive = ({ state }: { state: string }) => (LIVE_STATES as readonly string[]).includes(state);

/** What is planned of an item, an invoice or an account, and what of its debt no plan covers. */
export async function planOf(db: ReadableLedger, scope: PlanScope): Promise<OutputOf<'plan.read'>> {
  const payments = await readPlanned(db, scope);
  const live = payments.filter(isLive);
  const plannedMinor = sumMinor(live.map((row) => row.amountMinor));
  const owedMinor = await readOwedOfScope(db, scope);
  return { schedule: sumByDate(live), payments, unplannedMinor: Math.max(0, owedMinor - plannedMinor) };
}
