import type { TLSSocket } from 'node:tls';
import { cardAnswer, failure } from './answers.ts';
import type { ReceivedMessage } from './nexo-server.ts';

interface Reading {
  readonly socket: TLSSocket;
  readonly received: ReceivedMessage;
}

/** The reading of a card that moves nothing: the terminal waits for it, then holds it until a refund or a release. */
export class CardSlot {
  readonly #send: (socket: TLSSocket, received: ReceivedMessage, body: string) => void;
  #reading: Reading | null = null;
  #heldAs: string | null = null;

  constructor(send: (socket: TLSSocket, received: ReceivedMessage, body: string) => void) {
    this.#send = send;
  }

  get isReading(): boolean {
    return this.#reading !== null;
  }

  /** The name under which it holds a card, or null. */
  get heldAs(): string | null {
    return this.#heldAs;
  }

  isReadingFor(messageId: string): boolean {
    return this.#reading?.received.header.ServiceID === messageId;
  }

  await(socket: TLSSocket, received: ReceivedMessage): void {
    this.#reading = { socket, received };
  }

  /** The card is in. */
  present(card: { brand: string; last4: string }): void {
    const reading = this.#reading;
    if (!reading) return;
    this.#reading = null;
    this.#heldAs = `CARD${reading.received.header.ServiceID}`;
    this.#send(reading.socket, reading.received, cardAnswer(this.#heldAs, card, new Date().toISOString()));
  }

  cancel(condition: string): void {
    if (this.#reading) this.#send(this.#reading.socket, this.#reading.received, failure(condition));
    this.#reading = null;
  }

  /** The card is out. */
  release(): void {
    this.#heldAs = null;
  }

  hangUp(): void {
    this.#reading?.socket.destroy();
  }

  restart(): void {
    this.hangUp();
    this.#reading = null;
    this.#heldAs = null;
  }
}
