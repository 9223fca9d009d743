import { dueByMinor, expectedBalanceMinor } from '../../../shared/domain/instalment.ts';
import { addDays } from '../../../shared/domain/local-time.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { pendingByItem } from '../../../shared/domain/pending-charge.ts';
import {
  readBalance,
  readCreditAvailable,
  readDepositAvailable,
  readDocuments,
  readHeld,
  readRegistrations,
} from '../../ledger/client-account.ts';
import { readPeople } from '../../ledger/client-store.ts';
import { readExpiringCredits } from '../../ledger/expiry-store.ts';
import { readOpenItems } from '../../ledger/invoice-store.ts';
import { readPendingCharges } from '../../ledger/pending-charge-store.ts';
import { readLivePlanOfClient } from '../../ledger/planned-payment-store.ts';
import { readUnpaidBalance } from '../../sale/unpaid-balance.ts';
import type { QueryHandler } from '../context.ts';
import { requireClient } from './client-rules.ts';

/** How long before it expires a credit is listed (settled.md 32). */
const EXPIRY_NOTICE_DAYS = 30;

export const readClientAccount: QueryHandler<'client.read'> = async ({ db, localDate }, { clientId }) => {
  const client = await requireClient(db, clientId);
  const people = await readPeople(db, clientId);
  const balanceMinor = await readBalance(db, clientId);
  const items = await readOpenItems(db, clientId);
  const charges = await readPendingCharges(db, clientId);
  const pending = pendingByItem(charges, items);
  const openItems = items.map((item) => ({ ...item, pendingMinor: pending.get(item.itemId) ?? 0 }));
  const pendingMinor = sumMinor(charges.map(({ amountMinor }) => amountMinor));
  const planned = await readLivePlanOfClient(db, clientId);
  const { items: _, ...unpaid } = await readUnpaidBalance(db, clientId, localDate);
  return {
    client: { ...client, people: people.map(({ clientId: _, ...person }) => person) },
    balanceMinor,
    heldMinor: await readHeld(db, clientId),
    depositAvailableMinor: await readDepositAvailable(db, clientId),
    creditAvailableMinor: await readCreditAvailable(db, clientId),
    expiringCredits: await readExpiringCredits(db, {
      clientId,
      byDate: addDays(localDate, EXPIRY_NOTICE_DAYS),
    }),
    pendingMinor,
    expectedBalanceMinor: expectedBalanceMinor(balanceMinor, planned) - pendingMinor,
    plannedMinor: sumMinor(planned.map((row) => row.amountMinor)),
    overdueMinor: sumMinor(
      openItems.map((item) => Math.max(0, dueByMinor(item.dues, addDays(localDate, -1)) - item.pendingMinor)),
    ),
    unpaid,
    openItems,
    registrations: await readRegistrations(db, clientId),
    documents: await readDocuments(db, clientId),
  };
};
