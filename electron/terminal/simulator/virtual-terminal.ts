import type { TLSSocket } from 'node:tls';
import {
  type MovedMoney,
  type TerminalGesture,
  type TerminalScreen,
  type TerminalScript,
  VIRTUAL_CARDS,
} from '../../../shared/contract/virtual-terminal.ts';
import type { MessageKey } from '../nexo/message-encryption.ts';
import {
  type AskedPayment,
  approvalAnswer,
  askedPayment,
  diagnosis,
  failure,
  refusalAnswer,
  repeatedAnswer,
} from './answers.ts';
import { CardSlot } from './card-slot.ts';
import type { ReceivedMessage } from './nexo-server.ts';
import { PaymentMemory } from './payment-memory.ts';
import { type CardScript, moneyMovedBy, scriptOf } from './scripts.ts';
import { deliver, type Wire } from './wire.ts';

export interface VirtualTerminalOptions {
  readonly key: MessageKey;
  /** How long it waits for a card before it gives up by itself, in milliseconds. */
  readonly dialogueMs: number;
  /** Longer than the desk waits for an answer. */
  readonly lateMs: number;
  /** Told when it has read a payment, and when money has moved; before anything is answered. */
  readonly onStep?: ((step: 'asked' | 'moved') => void) | undefined;
}

/** Money it moved, with the message that moved it. */
export type Movement = MovedMoney & { readonly messageId: string };

type Ended = Extract<TerminalScreen, { kind: 'ended' }>;

interface Dialogue {
  readonly socket: TLSSocket;
  readonly received: ReceivedMessage;
  readonly asked: AskedPayment;
  readonly script: CardScript;
  readonly timer: NodeJS.Timeout;
}

const ENDED_MS = 4000;

/**
 * A card terminal that exists in memory only: it has a card, a screen, a memory by message, and counts the money it moved.
 * A person or a script decides what it does with the next card. It is the other side of `nexo-driver.ts` and shares
 * nothing with the attempt machine, so that what it moved can be compared with what the ledger says.
 */
export class VirtualTerminal {
  readonly #options: VirtualTerminalOptions;
  readonly #memory = new PaymentMemory();
  readonly #moved: Movement[] = [];
  #card: { brand: string; last4: string } = VIRTUAL_CARDS[0];
  #script: TerminalScript = 'person';
  #dialogue: Dialogue | null = null;
  readonly #slot = new CardSlot((socket, received, body) => this.#send(socket, received, body));
  #isCableOut = false;
  #status = { global: 'OK', host: true };
  #ended: { screen: Ended; at: number } | null = null;
  #resent = 0;
  #count = 0;

  constructor(options: VirtualTerminalOptions) {
    this.#options = options;
  }

  /** Everything that moved since the batch was opened, in order. */
  get moved(): readonly Movement[] {
    return this.#moved;
  }

  /** How often a payment message came that it had seen before: the desk must never send one again. */
  get resent(): number {
    return this.#resent;
  }

  state() {
    return {
      script: this.#script,
      card: this.#card,
      isCableOut: this.#isCableOut,
      /** A payment waits for a card. */
      isWaiting: this.#dialogue !== null,
      /** It holds a card that was read for a refund. */
      hasCard: this.#slot.heldAs !== null,
    };
  }

  /** Whether the network lets anything through to it. */
  isReachable(): boolean {
    return !this.#isCableOut && !scriptOf(this.#script).refusesConnection;
  }

  screen(): TerminalScreen {
    if (this.#dialogue) {
      const { direction, amountMinor } = this.#dialogue.asked;
      return { kind: 'asks-card', direction, amountMinor };
    }
    if (this.#slot.isReading) return { kind: 'asks-card-to-read' };
    if (this.#slot.heldAs) return { kind: 'holds-card', last4: this.#card.last4 };
    const isFresh = this.#ended && Date.now() - this.#ended.at < ENDED_MS;
    return this.#ended && isFresh ? this.#ended.screen : { kind: 'idle' };
  }

  /** What the next preflight says. */
  report(global: string, host: boolean): void {
    this.#status = { global, host };
  }

  /** One message of the desk, on the connection its answer goes to. */
  receive(socket: TLSSocket, received: ReceivedMessage): void {
    if (this.#isCableOut) socket.destroy();
    else if (received.category === 'Payment') this.#pay(socket, received);
    else if (received.category === 'TransactionStatus') this.#tell(socket, received);
    else if (received.category === 'Abort') this.#abort(socket, received);
    else if (received.category === 'CardAcquisition') this.#read(socket, received);
    else if (received.category === 'EnableService') {
      this.#slot.release();
      this.#send(socket, received, '{"Response":{"Result":"Success"}}');
    } else this.#send(socket, received, diagnosis(this.#status));
  }

  /** What a person does in front of it. Whatever makes no sense now does nothing. */
  gesture(gesture: TerminalGesture): void {
    switch (gesture.do) {
      case 'present':
        if (this.#slot.isReading) this.#slot.present(this.#card);
        else this.#end(undefined);
        break;
      case 'decline':
        this.#end('Refusal');
        break;
      case 'cancel':
        if (this.#slot.isReading) this.#slot.cancel('Cancel');
        else this.#end('Cancel');
        break;
      case 'pull-cable':
        this.#isCableOut = true;
        this.#hangUp();
        break;
      case 'plug-cable':
        this.#isCableOut = false;
        break;
      case 'reboot':
        this.#reboot(gesture.forgets);
        break;
      case 'choose-card':
        this.#card = cardOf(gesture.last4);
        break;
      case 'choose-script':
        this.#script = gesture.script;
        break;
      case 'close-batch':
        this.#moved.length = 0;
    }
  }

  #pay(socket: TLSSocket, received: ReceivedMessage): void {
    const asked = askedPayment(received);
    if (this.#memory.has(asked.messageId)) {
      this.#resent += 1;
      this.#send(socket, received, failure('MessageFormat'));
      return;
    }
    if (this.#dialogue || this.#slot.heldAs !== asked.boundTo) {
      this.#send(socket, received, failure('Busy'));
      return;
    }
    const script = scriptOf(this.#script);
    this.#options.onStep?.('asked');
    this.#ended = null;
    this.#memory.begin(asked.messageId, script);
    const timer = setTimeout(() => this.#stop('Cancel'), this.#options.dialogueMs);
    timer.unref();
    const dialogue = { socket, received, asked, script, timer };
    this.#dialogue = dialogue;
    if (this.#script === 'person' || script.moves === 'on-abort') return;
    if (script.moves === 'when-asked') {
      this.#finish(dialogue);
      this.#memory.whenAsked(asked.messageId, () => this.#move(dialogue));
      this.#deliver(script.wire, socket, received, '{}');
    } else this.#end(script.condition);
  }

  /** Ends the dialogue: money moves without a condition, and none does with one. */
  #end(condition: string | undefined): void {
    const dialogue = this.#dialogue;
    if (!dialogue) return;
    this.#finish(dialogue);
    const isMoving = condition === undefined && dialogue.script.moves !== 'never';
    const answer = isMoving ? this.#move(dialogue) : this.#refuse(dialogue, condition ?? 'Cancel');
    this.#deliver(dialogue.script.wire, dialogue.socket, dialogue.received, answer);
  }

  #move({ received, asked, script }: Dialogue): string {
    this.#count += 1;
    const money = moneyMovedBy(script, asked, this.#card, this.#count);
    this.#moved.push({ ...money, messageId: asked.messageId });
    this.#options.onStep?.('moved');
    const isPartial = money.amountMinor < asked.amountMinor;
    const answer = approvalAnswer(received, { ...money, isPartial, hasAmount: !script.hasNoAmount });
    this.#show('approved', money);
    this.#memory.keep(asked.messageId, script.forgets ? null : answer);
    return answer;
  }

  #refuse({ received, asked, script }: Dialogue, condition: string): string {
    const answer = refusalAnswer(received, condition, new Date().toISOString());
    const outcome = condition === 'Cancel' || condition === 'Aborted' ? 'cancelled' : 'declined';
    this.#show(outcome, asked);
    this.#memory.keep(asked.messageId, script.forgets ? null : answer);
    return answer;
  }

  #show(outcome: Ended['outcome'], { direction, amountMinor }: Pick<Ended, 'direction' | 'amountMinor'>) {
    this.#slot.release();
    this.#ended = { screen: { kind: 'ended', outcome, direction, amountMinor }, at: Date.now() };
  }

  #tell(socket: TLSSocket, received: ReceivedMessage): void {
    const messageId = aboutOf(received);
    if (this.#dialogue?.asked.messageId === messageId) {
      this.#send(socket, received, failure('InProgress'));
      return;
    }
    const told = this.#memory.tell(messageId);
    if (told.kind === 'silence') socket.destroy();
    else if (told.kind === 'repeated')
      this.#send(socket, received, repeatedAnswer(received, messageId, told.answer));
    else this.#send(socket, received, failure(told.kind === 'in-progress' ? 'InProgress' : 'NotFound'));
  }

  #abort(socket: TLSSocket, received: ReceivedMessage): void {
    const messageId = aboutOf(received);
    this.#send(socket, received, '{}');
    if (this.#slot.isReadingFor(messageId)) this.#slot.cancel('Aborted');
    else if (this.#dialogue?.asked.messageId === messageId) this.#stop('Aborted');
  }

  /** Told to stop, or tired of waiting: nothing moves, unless the client was just tapping. */
  #stop(condition: string): void {
    this.#end(this.#dialogue?.script.moves === 'on-abort' ? undefined : condition);
  }

  /** A script reads a card at once; a person is waited for. */
  #read(socket: TLSSocket, received: ReceivedMessage): void {
    if (this.#dialogue || this.#slot.isReading) {
      this.#send(socket, received, failure('Busy'));
      return;
    }
    this.#slot.await(socket, received);
    if (this.#script !== 'person') this.#slot.present(this.#card);
  }

  #reboot(forgets: boolean): void {
    this.#hangUp();
    this.#slot.restart();
    this.#ended = null;
    if (this.#dialogue) this.#refuse(this.#finish(this.#dialogue), 'Cancel');
    if (forgets) this.#memory.forgetAll();
  }

  /** Ends every connection that waits, without a word; what it is at goes on. */
  #hangUp(): void {
    this.#dialogue?.socket.destroy();
    this.#slot.hangUp();
  }

  #finish(dialogue: Dialogue): Dialogue {
    clearTimeout(dialogue.timer);
    this.#dialogue = null;
    return dialogue;
  }

  #send(socket: TLSSocket, received: ReceivedMessage, body: string): void {
    this.#deliver('whole', socket, received, body);
  }

  #deliver(wire: Wire, socket: TLSSocket, received: ReceivedMessage, body: string): void {
    const { key, lateMs } = this.#options;
    if (!socket.destroyed) deliver(wire, { socket, received, body, key, lateMs });
  }
}

function cardOf(last4: string): { brand: string; last4: string } {
  return VIRTUAL_CARDS.find((card) => card.last4 === last4) ?? { brand: 'visa', last4 };
}

function aboutOf({ body }: ReceivedMessage): string {
  return (body.MessageReference as { ServiceID: string }).ServiceID;
}
