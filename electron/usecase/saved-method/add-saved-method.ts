import { brandName } from '../../../shared/domain/card-brand.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { findTokenOwner } from '../../ledger/saved-method-store.ts';
import { requireAccount } from '../../sale/account.ts';
import type { CommandHandler } from '../context.ts';

/** Keeps a card or bank account that the client authorised: the processor's token, brand, last 4, expiry, date (B23). */
export const addSavedMethod: CommandHandler<'savedMethod.add'> = async ({ db, staff }, input) => {
  const { kind, token } = input;
  const account = await requireAccount(db, input.clientId);
  if (account.isWalkIn) refuse('saved-method-walk-in', {});
  if ((kind === 'card') !== (input.expiresOn !== undefined))
    refuse('invalid-input', { issues: [{ path: 'expiresOn', problem: 'invalid' }] });
  if (input.expiresOn !== undefined && input.expiresOn < db.localDate.slice(0, 7))
    refuse('saved-method-expired', { expiresOn: input.expiresOn });
  const consentDate = input.consentDate ?? db.localDate;
  if (consentDate > db.localDate) refuse('consent-after-today', { today: db.localDate });
  const owner = await findTokenOwner(db, token);
  if (owner !== undefined) refuse('saved-method-taken', { clientName: owner });
  const savedMethodId = await db.open('saved_method', {
    client_id: account.clientId,
    kind,
    token,
    customer_token: input.customerToken ?? null,
    brand: kind === 'card' ? brandName(input.brand) : input.brand,
    last4: input.last4,
    expires_on: input.expiresOn ?? null,
    consent_date: consentDate,
    staff_id: staff.staffId,
    at: db.at,
  });
  await recordAudit(db, {
    kind: 'saved-method.added',
    staffId: staff.staffId,
    subject: `saved-method:${savedMethodId}`,
    detail: { clientId: account.clientId, kind, last4: input.last4, consentDate },
  });
  return { savedMethodId };
};
