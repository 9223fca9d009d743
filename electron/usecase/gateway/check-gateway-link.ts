import { readGateway } from '../../ledger/gateway-store.ts';
import type { SessionHandler } from '../context.ts';

/** Says in one word what stands between this desk and a charge. Moves no money. */
export const checkGatewayLink: SessionHandler<'gateway.checkLink'> = async ({ ledger, gateway }) => {
  const { kind } = await ledger.read(readGateway);
  if (kind === 'none' || kind === 'by-hand') return { link: 'not-needed' };
  if (!gateway.hasKey()) return { link: 'no-key' };
  return { link: (await gateway.check(ledger)) ?? 'unclear' };
};
