import { duesAfter, planAllocations } from '../../../shared/domain/allocation.ts';
import { planCreditSpending } from '../../../shared/domain/credit-spending.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { type OpenItemRow, readOpenItems } from '../../ledger/invoice-store.ts';
import type { ReadableLedger } from '../../ledger/sql.ts';
import { type AccountSource, readAccountSources } from '../../sale/account-sources.ts';

export interface PlannedLink {
  source: AccountSource;
  item: OpenItemRow;
  amountMinor: number;
}

export interface AccountPlan {
  sources: AccountSource[];
  links: PlannedLink[];
  restMinor: number;
  owedMinor: number;
}

/**
 * Every open item of one account paid by what the account has open: sources in the order of settled.md 31, items by
 * due date, each filled whole before the next; held cents are left alone. Writes nothing, never crosses accounts.
 */
export async function planAccount(db: ReadableLedger, clientId: number): Promise<AccountPlan> {
  const sources = await readAccountSources(db, clientId);
  const items = (await readOpenItems(db, clientId)).map((item) => ({ ...item, ticked: false }));
  const owedMinor = sumMinor(items.map((item) => item.owedMinor));
  const { shares, missingMinor } = planCreditSpending({ amountMinor: owedMinor, sources });
  const links: PlannedLink[] = [];
  for (const share of shares) {
    const source = sources.find(({ kind, id }) => kind === share.kind && id === share.id);
    if (!source) throw new Error('a share of no source');
    for (const { itemId, amountMinor } of planAllocations({ amountMinor: share.amountMinor, items }).shares) {
      const item = items.find((each) => each.itemId === itemId);
      if (!item) throw new Error('a share of no item');
      item.owedMinor -= amountMinor;
      item.dues = duesAfter(item.dues, amountMinor);
      links.push({ source, item, amountMinor });
    }
  }
  const openMinor = sumMinor(sources.map((source) => source.openMinor));
  return { sources, links, restMinor: openMinor - (owedMinor - missingMinor), owedMinor: missingMinor };
}
