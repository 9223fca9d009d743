import { sumMinor } from '../../../shared/domain/money.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Tender } from '../../../shared/domain/tender.ts';
import { readGateway } from '../../ledger/gateway-store.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import {
  type DueCharge,
  insertPlannedCharge,
  moveChargedRows,
  readDueCharges,
} from '../../ledger/planned-charge-store.ts';
import { requireAccount } from '../../sale/account.ts';
import { requireChargeable } from '../../sale/choose-saved-method.ts';
import { openSale } from '../../sale/sale-steps.ts';

/** The rows of one charge: one client, one date, one saved method (settled.md 40: dates are summed). */
export const chargeKey = (row: DueCharge): string => `${row.clientId} ${row.dueDate} ${row.savedMethodId}`;

/**
 * Opens the charge of one due date with its attempt, PREPARED, and marks its rows `processing`; null when there is
 * nothing to charge any more, or nothing to charge it to: then its rows are only listed. Call it in one transaction.
 */
export async function openInstalmentCharge(
  context: { db: WritableLedger; newReference: () => string },
  key: string,
): Promise<{ saleId: number; attemptId: number; staffId: number } | null> {
  const { db } = context;
  const rows = (await readDueCharges(db, db.localDate)).filter((row) => chargeKey(row) === key);
  const [first] = rows;
  if (!first) return null;
  const { kind: gateway } = await readGateway(db);
  if (gateway !== 'stripe' && gateway !== 'simulator') return null;
  const { clientId, savedMethodId, staffId } = first;
  try {
    const { kind } = await requireChargeable(db, { savedMethodId, clientId, localDate: db.localDate });
    const account = await requireAccount(db, clientId);
    const amountMinor = sumMinor(rows.map((row) => row.amountMinor));
    const method = kind === 'bank' ? ('echeck' as const) : ('online-card' as const);
    const tenders: Tender[] = [{ method, amountMinor, savedMethodId }];
    const opened = await openSale(
      { ...context, staff: { staffId } },
      {
        account,
        sale: {
          kind: 'payment',
          lines: [],
          note: '',
          language: account.language,
          itemIds: [...new Set(rows.map((row) => row.itemId))],
          restAsDeposit: true,
        },
        tenders,
        confirmedMinor: amountMinor,
        billedMinor: 0,
        session: null,
      },
    );
    for (const row of rows) await insertPlannedCharge(db, row.plannedPaymentId, opened.saleId);
    await moveChargedRows(db, opened.saleId, { from: ['planned'], to: 'processing', staffId });
    return { saleId: opened.saleId, attemptId: opened.attemptId, staffId };
  } catch (error) {
    // decided before the first write: a card that is expired or withdrawn, an archived client
    if (error instanceof Refusal) return null;
    throw error;
  }
}
