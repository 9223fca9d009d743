import { dueByMinor } from '../../shared/domain/instalment.ts';
import { addDays } from '../../shared/domain/local-time.ts';
import { pendingByItem } from '../../shared/domain/pending-charge.ts';
import {
  judgeUnpaidBalance,
  type OverdueItem,
  type UnpaidBalance,
} from '../../shared/domain/unpaid-balance.ts';
import { readOpenItems } from '../ledger/invoice-store.ts';
import { readPaymentRule } from '../ledger/payment-rule-store.ts';
import { readPendingCharges } from '../ledger/pending-charge-store.ts';
import type { ReadableLedger } from '../ledger/sql.ts';

export interface UnpaidBalanceOfClient extends UnpaidBalance {
  items: OverdueItem[];
}

const NOTHING: UnpaidBalanceOfClient = { mode: 'none', overdueMinor: 0, dueMinor: 0, since: null, items: [] };

/** What the desk's rule says of a client today (settled.md 59); the items are read only when the rule asks something. */
export async function readUnpaidBalance(
  db: ReadableLedger,
  clientId: number,
  localDate: string,
): Promise<UnpaidBalanceOfClient> {
  const rule = await readPaymentRule(db);
  if (rule.unpaidBalance === 'none') return NOTHING;
  const items = await readOverdueItems(db, clientId, {
    beforeDate: addDays(localDate, -rule.overdueDays),
    today: localDate,
  });
  return { ...judgeUnpaidBalance(rule, items), items };
}

/** What the items of a client owe that was due before the day; what is planned for later does not count. */
async function readOverdueItems(
  db: ReadableLedger,
  clientId: number,
  { beforeDate, today }: { beforeDate: string; today: string },
): Promise<OverdueItem[]> {
  const lastDate = addDays(beforeDate, -1);
  const open = await readOpenItems(db, clientId);
  // what a charge under way is about to pay is not overdue (settled.md 7)
  const pending = pendingByItem(await readPendingCharges(db, clientId), open);
  return open.flatMap(({ itemId, dues }) => {
    const pendingMinor = pending.get(itemId) ?? 0;
    const overdueMinor = Math.max(0, dueByMinor(dues, lastDate) - pendingMinor);
    const [first] = dues.map(({ dueDate }) => dueDate).toSorted();
    return overdueMinor > 0 && first !== undefined
      ? [{ itemId, dueDate: first, overdueMinor, dueMinor: dueByMinor(dues, today) - pendingMinor }]
      : [];
  });
}
