import type { GatewayRow } from '../ledger/gateway-store.ts';
import type { Gateway } from './gateway.ts';
import { stripeGateway } from './stripe-gateway.ts';

/** Long enough for a bank behind a slow network; what takes longer is asked about. */
const TIMEOUT_MS = 30_000;

/**
 * The one place that says which gateway charges: Stripe at its own address or another, or our simulator, which speaks the
 * same. Null where the program itself charges nothing: no gateway, by hand, or no key on this desk.
 */
export async function openGateway(
  { kind, address }: GatewayRow,
  key: string | undefined,
  timeoutMs = TIMEOUT_MS,
): Promise<Gateway | null> {
  if (key === undefined || (kind !== 'stripe' && kind !== 'simulator')) return null;
  if (kind === 'simulator' && address === '') return null;
  const { default: Stripe } = await import('stripe');
  const place = address === '' ? null : new URL(address);
  return stripeGateway(
    new Stripe(key, {
      maxNetworkRetries: 0,
      timeout: timeoutMs,
      telemetry: false,
      ...(place && {
        protocol: place.protocol === 'http:' ? 'http' : 'https',
        host: place.hostname,
        port: place.port || (place.protocol === 'http:' ? 80 : 443),
      }),
    }),
  );
}
