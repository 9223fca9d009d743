import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import {
  hasOpenSale,
  readBalance,
  readCreditAvailable,
  readDepositAvailable,
  readHeld,
} from '../../ledger/client-account.ts';
import { archiveClientRow } from '../../ledger/client-store.ts';
import { readOpenItems } from '../../ledger/invoice-store.ts';
import type { CommandHandler } from '../context.ts';
import { requireChangeable } from './client-rules.ts';

/** Only an account where nothing is open on either side is archived: an unlinked deposit may hide a debt. */
export const archiveClient: CommandHandler<'client.archive'> = async ({ db, staff }, { clientId }) => {
  await requireChangeable(db, clientId);
  const balanceMinor = await readBalance(db, clientId);
  const isOpen =
    balanceMinor !== 0 ||
    (await readHeld(db, clientId)) !== 0 ||
    (await readDepositAvailable(db, clientId)) !== 0 ||
    (await readCreditAvailable(db, clientId)) !== 0 ||
    (await readOpenItems(db, clientId)).length > 0 ||
    (await hasOpenSale(db, clientId));
  if (isOpen) refuse('client-not-empty', { balanceMinor });
  await archiveClientRow(db, clientId);
  await recordAudit(db, { kind: 'client.archived', staffId: staff.staffId, subject: `client:${clientId}` });
  return {};
};
