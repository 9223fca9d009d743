import { connect, type Socket } from 'node:net';

const DEFAULT_PORT = 9100;
/** A reader that floods the link is not a printer; what it said is not kept. */
const KEPT_BYTES = 1024;

/** One raw TCP connection to a printer: writes, and the status bytes that come back one by one. */
export class PrinterLink {
  readonly #socket: Socket;
  readonly #received: number[] = [];
  #isLost = false;
  #wake: () => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    const lose = () => {
      this.#isLost = true;
      this.#wake();
    };
    socket.on('data', (data) => {
      if (this.#received.length < KEPT_BYTES) this.#received.push(...data.subarray(0, KEPT_BYTES));
      this.#wake();
    });
    socket.on('end', lose).on('close', lose).on('error', lose);
  }

  /** Null when nobody answers within that time. */
  static async open(address: string, waitMs: number, signal: AbortSignal): Promise<PrinterLink | null> {
    const [host, port] = address.split(':');
    const socket = connect({ host, port: Number(port ?? DEFAULT_PORT), noDelay: true });
    const isThere = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), waitMs);
      const settle = (answer: boolean) => () => {
        clearTimeout(timer);
        resolve(answer);
      };
      socket.once('connect', settle(true)).on('error', settle(false));
      signal.addEventListener('abort', settle(false), { once: true });
    });
    if (isThere && !signal.aborted) return new PrinterLink(socket);
    socket.destroy();
    return null;
  }

  /** Whether the printer closed or broke the connection. */
  get isLost(): boolean {
    return this.#isLost;
  }

  write(bytes: Uint8Array): void {
    if (!this.#isLost) this.#socket.write(bytes);
  }

  /** The next byte that fits; others are dropped. Null when the time is over or the connection lost. */
  async read(fits: (byte: number) => boolean, waitMs: number, signal: AbortSignal): Promise<number | null> {
    const until = performance.now() + waitMs;
    for (;;) {
      for (let byte = this.#received.shift(); byte !== undefined; byte = this.#received.shift())
        if (fits(byte)) return byte;
      const leftMs = until - performance.now();
      if (this.#isLost || signal.aborted || leftMs <= 0) return null;
      await this.#change(leftMs, signal);
    }
  }

  /** Sends what is left and closes; true when all of it left and the printer did not break off. Some never close their side. */
  async finish(waitMs: number, signal: AbortSignal): Promise<boolean> {
    if (this.#isLost) {
      this.#socket.destroy();
      return false;
    }
    let isBroken = false;
    this.#socket.once('error', () => {
      isBroken = true;
    });
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(done, waitMs);
      this.#socket.once('close', done).end();
      signal.addEventListener('abort', done, { once: true });
    });
    const isTaken = this.#socket.writableFinished && !isBroken && !signal.aborted;
    this.#socket.destroy();
    return isTaken;
  }

  close(): void {
    this.#socket.destroy();
  }

  async #change(waitMs: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#wake = done;
      signal.addEventListener('abort', done, { once: true });
    });
    this.#wake = () => {};
  }
}
