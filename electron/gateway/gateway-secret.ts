/** The part of the secret store that a gateway needs: the OS keychain under Electron, a 0600 file otherwise. */
export interface GatewaySecretPlace {
  read(name: string): Promise<Uint8Array | undefined>;
  replace(name: string, secret: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
}

const NAME = 'gateway-key';
/** Stripe's restricted and secret keys; a publishable key charges nothing. */
const KEY = /^(rk|sk)_(test|live)_[A-Za-z0-9]{8,250}$/;

/** Whether a text can be a key; never says more about it. */
export function isGatewayKey(text: string): boolean {
  return KEY.test(text);
}

/** Keeps the gateway's key in place of an earlier one. */
export async function keepGatewayKey(place: GatewaySecretPlace, key: string): Promise<void> {
  if (!isGatewayKey(key)) throw new Error('no gateway takes this key');
  await place.replace(NAME, Buffer.from(key));
}

/** The key; undefined when none was kept on this desk. */
export async function readGatewayKey(place: Pick<GatewaySecretPlace, 'read'>): Promise<string | undefined> {
  const bytes = await place.read(NAME);
  const key = bytes && Buffer.from(bytes).toString('utf8');
  return key && isGatewayKey(key) ? key : undefined;
}

export async function forgetGatewayKey(place: GatewaySecretPlace): Promise<void> {
  await place.remove(NAME);
}
