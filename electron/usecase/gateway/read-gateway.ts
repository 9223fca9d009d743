import { countGatewayWaiting, readGateway } from '../../ledger/gateway-store.ts';
import type { QueryHandler } from '../context.ts';

export const readGatewaySetting: QueryHandler<'gateway.read'> = async ({ db, gateway }) => {
  const { kind, address } = await readGateway(db);
  const hasKey = gateway.hasKey();
  return {
    kind,
    address,
    hasKey,
    canCharge: kind === 'by-hand' || (kind !== 'none' && hasKey),
    waitingCount: await countGatewayWaiting(db),
  };
};
