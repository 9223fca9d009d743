import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** How a printer misbehaves; null is a good one. */
export interface PrinterFault {
  /** Breaks the connection once it has taken so many bytes of the paper. */
  readonly breaksAfter?: number;
  /** Runs out of paper once it has taken so many bytes of the paper. */
  readonly paperEndsAfter?: number;
  /** Answers any question with bytes that are no status. */
  readonly talksGarbage?: boolean;
  /** Answers nothing, as many cheap printers. */
  readonly isSilent?: boolean;
  readonly isCoverOpen?: boolean;
  /** Knows DLE EOT and not GS r. */
  readonly lacksProof?: boolean;
}

/** A receipt printer on a local port, written from the command reference; keeps the bytes of each connection. */
export class FakePrinter {
  fault: PrinterFault | null = null;
  /** The bytes of each connection that sent any, without the real-time questions. */
  readonly papers: Uint8Array[] = [];
  #hasPaper = true;
  #server: Server | null = null;
  #port = 0;
  readonly #sockets = new Set<Socket>();
  readonly #waiting = new Set<() => void>();

  get address(): string {
    return `127.0.0.1:${this.#port}`;
  }

  async start(): Promise<void> {
    const server = createServer((socket) => this.#serve(socket));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Off: connections are refused. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  refill(): void {
    this.#hasPaper = true;
    this.fault = null;
  }

  /** Resolves once that holds; looked at after each byte received and each connection. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds())
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    const paper: number[] = [];
    let index = -1;
    let pending: number[] = [];
    const keep = (byte: number) => {
      paper.push(byte);
      if (index === -1) index = this.papers.push(new Uint8Array()) - 1;
      this.papers[index] = Uint8Array.from(paper);
      const fault = this.fault;
      if (fault?.paperEndsAfter !== undefined && paper.length >= fault.paperEndsAfter) this.#hasPaper = false;
      if (fault?.breaksAfter !== undefined && paper.length >= fault.breaksAfter) {
        socket.resetAndDestroy();
        return false;
      }
      return true;
    };
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#notify();
    });
    socket.on('data', (data) => {
      const bytes = [...pending, ...data];
      pending = [];
      for (let at = 0; at < bytes.length; ) {
        const [first, second, third] = bytes.slice(at, at + 3);
        if ((first === 0x10 || first === 0x1d) && third === undefined) {
          pending = bytes.slice(at);
          break;
        }
        if (first === 0x10 && second === 0x04) {
          this.#answerNow(socket, third ?? 0);
          at += 3;
        } else if (first === 0x1d && second === 0x72) {
          this.#answerInTurn(socket);
          at += 3;
        } else {
          if (!keep(first ?? 0)) return;
          at += 1;
        }
      }
      this.#notify();
    });
    this.#notify();
  }

  #answerNow(socket: Socket, status: number): void {
    if (this.fault?.isSilent) return;
    if (this.fault?.talksGarbage) {
      socket.write(Uint8Array.of(0xff, 0x80, 0x91, 0x00, 0x7f));
      return;
    }
    const base = 0b0001_0010;
    if (status === 4) socket.write(Uint8Array.of(this.#hasPaper ? base : base | 0b0110_0000));
    if (status === 2) socket.write(Uint8Array.of(this.fault?.isCoverOpen ? base | 0b0000_0100 : base));
  }

  #answerInTurn(socket: Socket): void {
    const fault = this.fault;
    if (fault?.isSilent || fault?.talksGarbage || fault?.lacksProof || !this.#hasPaper) return;
    socket.write(Uint8Array.of(0));
  }

  #notify(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
