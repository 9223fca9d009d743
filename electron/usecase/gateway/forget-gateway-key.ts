import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { countGatewayWaiting } from '../../ledger/gateway-store.ts';
import type { SessionHandler } from '../context.ts';

/** Destroys the key. Without it an attempt that waits for its outcome could never be asked about. */
export const forgetGatewayKeyHere: SessionHandler<'gateway.forgetKey'> = async (context) => {
  const { ledger, staff, gateway } = context;
  const waitingCount = await ledger.read(countGatewayWaiting);
  if (waitingCount > 0) refuse('gateway-waits', { waitingCount });
  await gateway.forgetKey();
  await ledger.write((db) =>
    recordAudit(db, { kind: 'gateway.key-forgotten', staffId: staff.staffId, subject: null }),
  );
  return {};
};
