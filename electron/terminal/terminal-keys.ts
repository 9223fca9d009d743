import type { Ledger } from '../ledger/ledger.ts';
import { readTerminals } from '../ledger/terminal-store.ts';
import {
  forgetTerminalSecret,
  keepTerminalSecret,
  readTerminalSecret,
  type SecretPlace,
  type TerminalSecret,
} from './nexo/terminal-secret.ts';

/** The keys of this desk's integrated terminals, outside the ledger; remembers which terminals have one, never a key. */
export class TerminalKeys {
  readonly #place: SecretPlace;
  readonly #kept = new Set<number>();

  constructor(place: SecretPlace) {
    this.#place = place;
  }

  /** Looks which terminals of a ledger that was just opened have a usable key here. */
  async take(ledger: Ledger): Promise<void> {
    this.#kept.clear();
    for (const { terminalId, driver } of await ledger.read(readTerminals)) {
      if (driver !== 'nexo') continue;
      // a store that cannot be read shows as no key: keeping it again is the way out
      const secret = await readTerminalSecret(this.#place, terminalId).catch(() => undefined);
      if (secret) this.#kept.add(terminalId);
    }
  }

  has(terminalId: number): boolean {
    return this.#kept.has(terminalId);
  }

  async keep(terminalId: number, secret: TerminalSecret): Promise<void> {
    await keepTerminalSecret(this.#place, terminalId, secret);
    this.#kept.add(terminalId);
  }

  async forget(terminalId: number): Promise<void> {
    await forgetTerminalSecret(this.#place, terminalId);
    this.#kept.delete(terminalId);
  }
}
