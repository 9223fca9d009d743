import type { RefundDestination } from '../../../shared/domain/refund-destination.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { GatewayKind } from '../../ledger/gateway-store.ts';
import type { TillSessionRow } from '../../ledger/till-store.ts';
import { chooseTerminals } from '../../sale/choose-terminal.ts';
import { requireInDrawer } from '../../till/drawer.ts';
import { requireOpenSession } from '../../till/till-session.ts';
import type { CommandContext } from '../context.ts';
import { isOnline } from './refund-choose.ts';

interface WayOut {
  destination: RefundDestination;
  amountMinor: number;
  /** What leaves the drawer; null when not cash. */
  drawerMinor: number | null;
  terminalId: number | undefined;
  tillId: number | undefined;
  gateway: GatewayKind;
}

/**
 * What the desk needs for one way out, now: the session of an open till with the cash in it, the terminal, or the
 * gateway's key. Online and cheque need no till (settled.md 37).
 */
export async function requireDesk(
  { db, staff, gateway }: CommandContext,
  way: WayOut,
): Promise<{ session: TillSessionRow | null; terminalId: number | null }> {
  const { destination, amountMinor, drawerMinor, terminalId } = way;
  if (isOnline(destination) && way.gateway !== 'by-hand' && !gateway.hasKey())
    refuse('gateway-key-missing', {});
  if (isOnline(destination) || destination === 'cheque') return { session: null, terminalId: null };
  const session = await requireOpenSession(db, way.tillId);
  if (drawerMinor !== null)
    await requireInDrawer(db, {
      tillSessionId: session.tillSessionId,
      amountMinor: drawerMinor,
      roles: staff.roles,
    });
  if (destination !== 'terminal') return { session, terminalId: null };
  const leg = { method: 'terminal', amountMinor, ...(terminalId && { terminalId }) } as const;
  const [chosen] = await chooseTerminals(db, [leg], session.terminalId);
  if (chosen?.method !== 'terminal' || !chosen.terminalId) throw new Error('a terminal without its id');
  return { session, terminalId: chosen.terminalId };
}
