import { refuse } from '../../../shared/domain/refusal.ts';
import { isGatewayKey } from '../../gateway/gateway-secret.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import type { SessionHandler } from '../context.ts';

/** Keeps the gateway's key beside the ledger, never in it: only that it was kept is on record. */
export const keepGatewayKeyHere: SessionHandler<'gateway.keepKey'> = async (context, { key }) => {
  const { ledger, staff, gateway } = context;
  if (!isGatewayKey(key)) refuse('invalid-input', { issues: [{ path: 'key', problem: 'invalid' }] });
  await gateway.keepKey(key);
  await ledger.write((db) =>
    recordAudit(db, { kind: 'gateway.key-kept', staffId: staff.staffId, subject: null }),
  );
  return {};
};
