import { refuse } from '../../../shared/domain/refusal.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { changeGateway, countGatewayWaiting } from '../../ledger/gateway-store.ts';
import type { CommandHandler } from '../context.ts';

/** Chooses the gateway. What has no outcome yet can be asked of the one that has it only, so it is settled first. */
export const changeGatewaySetting: CommandHandler<'gateway.change'> = async ({ db, staff }, input) => {
  const { kind, address = '' } = input;
  const isAsked = kind === 'stripe' || kind === 'simulator';
  if ((kind === 'simulator' && address === '') || (!isAsked && address !== ''))
    refuse('invalid-input', { issues: [{ path: 'address', problem: 'invalid' }] });
  const waitingCount = await countGatewayWaiting(db);
  if (waitingCount > 0) refuse('gateway-waits', { waitingCount });
  await changeGateway(db, { kind, address });
  await recordAudit(db, {
    kind: 'gateway.changed',
    staffId: staff.staffId,
    subject: null,
    detail: { kind, address },
  });
  return {};
};
