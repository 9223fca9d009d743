import { readGateway } from '../ledger/gateway-store.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Gateway, GatewayCheck } from './gateway.ts';
import {
  forgetGatewayKey,
  type GatewaySecretPlace,
  keepGatewayKey,
  readGatewayKey,
} from './gateway-secret.ts';
import { openGateway } from './open-gateway.ts';

/** This desk's way to the gateway: its key, kept outside the ledger, and the link that was opened with it. */
export class GatewayDesk {
  readonly #place: GatewaySecretPlace;
  readonly #timeoutMs: number | undefined;
  #hasKey = false;
  #open: { name: string; gateway: Gateway } | null = null;

  constructor(place: GatewaySecretPlace, timeoutMs?: number) {
    this.#place = place;
    this.#timeoutMs = timeoutMs;
  }

  /** Looks whether a usable key is kept here. */
  async take(): Promise<void> {
    this.#open = null;
    // a store that cannot be read shows as no key: keeping it again is the way out
    this.#hasKey = (await readGatewayKey(this.#place).catch(() => undefined)) !== undefined;
  }

  hasKey(): boolean {
    return this.#hasKey;
  }

  async keep(key: string): Promise<void> {
    await keepGatewayKey(this.#place, key);
    await this.take();
  }

  async forget(): Promise<void> {
    await forgetGatewayKey(this.#place);
    await this.take();
  }

  /** The gateway as it is set now; null where the program itself charges nothing. */
  async of(ledger: Ledger): Promise<Gateway | null> {
    const row = await ledger.read(readGateway);
    const name = `${row.kind} ${row.address}`;
    if (this.#open?.name === name) return this.#open.gateway;
    const gateway = await openGateway(row, await readGatewayKey(this.#place), this.#timeoutMs);
    this.#open = gateway && { name, gateway };
    return gateway;
  }

  /** Whether it is there and takes the key; null where the program itself charges nothing. */
  async check(ledger: Ledger): Promise<GatewayCheck | null> {
    return (await (await this.of(ledger))?.check()) ?? null;
  }
}
