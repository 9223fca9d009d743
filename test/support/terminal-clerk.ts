import { createService, type GuichetService } from '../../electron/service.ts';
import { keepTerminalSecret, type TerminalSecret } from '../../electron/terminal/nexo/terminal-secret.ts';
import { openDevice } from '../../electron/terminal/open-device.ts';
import type { InputOf, OperationName, OutputOf } from '../../shared/contract/contract.ts';
import { DESK_AT, DESK_PIN } from './honest-clerk.ts';

/** One command that moves 22.98 on an integrated terminal, whatever happens to the machine. */
export interface TerminalTrial {
  readonly ledgerPath: string;
  readonly terminalId: number;
  readonly secret: TerminalSecret;
  readonly staffId: number;
  readonly command:
    | { readonly kind: 'refund'; readonly input: InputOf<'refund.issue'> }
    | { readonly kind: 'payment'; readonly input: InputOf<'invoice.issue'> };
}

/** A hundredth of the real waits, except for being reached at all (settled.md 53). */
const WAITS = { connectWaitMs: 5_000, replyWaitMs: 1_300, queryWaitMs: 3_000 };
const SCALE = 100;
/** After this long in front of the clerk, a person is asked (terminal.md §3.3). */
const PERSON_AFTER_MS = 90_000;

/** A desk on the trial's ledger, and how long it has waited between questions, in its own milliseconds. */
export class TrialDesk {
  readonly service: GuichetService;
  readonly #waits: { last: number; total: number };
  readonly #staffId: number;
  #session: string | undefined;

  private constructor(service: GuichetService, waits: { last: number; total: number }, staffId: number) {
    this.service = service;
    this.#waits = waits;
    this.#staffId = staffId;
  }

  static async open(trial: TerminalTrial, probe: (point: string) => void): Promise<TrialDesk> {
    const kept = new Map<string, Uint8Array>([['pin-pepper', new Uint8Array(32).fill(7)]]);
    const secrets = {
      read: async (name: string) => kept.get(name),
      write: async () => {},
      replace: async (name: string, secret: Uint8Array) => {
        kept.set(name, secret);
      },
      remove: async () => {},
    };
    await keepTerminalSecret(secrets, trial.terminalId, trial.secret);
    const waits = { last: 0, total: 0 };
    const service = await createService({
      path: trial.ledgerPath,
      clock: { now: () => new Date(DESK_AT) },
      pinCost: 2 ** 10,
      secrets,
      probe,
      verifyInBackground: false,
      printerOf: () => null,
      deviceOf: (ledger, terminalId) => openDevice(ledger, secrets, terminalId, WAITS),
      waitForTerminal: (waitMs, signal) => {
        waits.last = waitMs;
        waits.total += waitMs;
        return new Promise((go, stop) => {
          const timer = setTimeout(go, waitMs / SCALE);
          signal.addEventListener('abort', () => {
            clearTimeout(timer);
            stop(signal.reason);
          });
        });
      },
    });
    return new TrialDesk(service, waits, trial.staffId);
  }

  /** The last wait before the outcome was known. */
  get lastWaitMs(): number {
    return this.#waits.last;
  }

  async call<N extends OperationName>(operation: N, input: InputOf<N>, key: string): Promise<OutputOf<N>> {
    this.#session ??= await this.#signIn();
    const outcome = await this.service.call({ operation, input, session: this.#session, key });
    if (!outcome.ok) throw new Error(`${operation}: ${JSON.stringify(outcome.failure)}`);
    return outcome.value as OutputOf<N>;
  }

  /** Sends the trial's command, always under the same key, and waits until nothing moves by itself any more. */
  async run({ command }: TerminalTrial): Promise<void> {
    if (command.kind === 'refund') await this.call('refund.issue', command.input, 'trial-key');
    else await this.call('invoice.issue', command.input, 'trial-key');
    await this.settle();
  }

  /** Waits until no attempt is followed, or the clerk has looked at it for 90 seconds. */
  async settle(): Promise<void> {
    while (this.#waits.total < PERSON_AFTER_MS && (await this.#isFollowed()))
      await new Promise((go) => setTimeout(go, 5));
  }

  async #isFollowed(): Promise<boolean> {
    const row = await this.service.ledger().read(
      (db) => db.get<{ count: number }>`
        SELECT count(*) AS count FROM attempt WHERE state IN ('prepared', 'sent', 'unknown', 'resolving')`,
    );
    return (row?.count ?? 0) > 0;
  }

  async #signIn(): Promise<string> {
    const outcome = await this.service.call({
      operation: 'staff.signIn',
      input: { staffId: this.#staffId, pin: DESK_PIN },
    });
    if (!outcome.ok) throw new Error(`sign-in: ${outcome.failure.code}`);
    return (outcome.value as { session: string }).session;
  }
}
