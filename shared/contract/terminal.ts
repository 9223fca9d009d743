import { z } from 'zod';
import { amountMinor, done, hostAddress, id, name, text, typedNumber } from './fields.ts';
import { command, query, session } from './operation.ts';

/** Where an integrated terminal is on the desk's network, its name there (`<model>-<serial>`), and ours to it. */
const integrated = z.strictObject({
  address: hostAddress,
  poiId: text.pipe(z.string().regex(/^[A-Za-z0-9]{1,20}-[A-Za-z0-9]{1,30}$/)),
  environment: z.enum(['live', 'test']),
  /** nexo's SaleID: how this desk calls itself towards the terminal; "Guichet" when absent. */
  saleId: text.pipe(z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,38}[A-Za-z0-9])?$/)).optional(),
});

/** What a check of the link says, each with its own next step. */
export const TERMINAL_LINKS = [
  'ready',
  'busy',
  'maintenance',
  'host-unreachable',
  'unreachable',
  'no-answer',
  'wrong-certificate',
  'wrong-key',
  'no-key',
  'unclear',
] as const;

/** What a terminal or a gateway says of an attempt when it is asked. */
export const answerWord = z.enum([
  'approved',
  'declined',
  'cancelled',
  'not-sent',
  'in-progress',
  'not-found',
  'conflict',
  'unknown',
]);

export const terminalOperations = {
  'terminal.list': query({
    access: 'clerk',
    input: z.strictObject({}),
    output: z.strictObject({
      terminals: z.array(
        z.strictObject({
          terminalId: z.int(),
          name: z.string(),
          driver: z.enum(['standalone', 'nexo']),
          deviceNumber: z.string(),
          active: z.boolean(),
          /** Of an integrated terminal; empty for a stand-alone one. */
          address: z.string(),
          poiId: z.string(),
          environment: z.enum(['live', 'test']),
          saleId: z.string(),
          /** Whether the key it shares with this desk is kept here. */
          hasKey: z.boolean(),
          inDoubtCount: z.int(),
          /** What an integrated terminal still has no outcome for: until then it takes no new money command. */
          waitingMinor: z.int().nullable(),
        }),
      ),
    }),
  }),
  'terminal.add': command({
    access: 'administrator',
    input: z.strictObject({ name, deviceNumber: typedNumber.optional(), integrated: integrated.optional() }),
    output: z.strictObject({ terminalId: z.int() }),
    refusals: ['invalid-input'],
  }),
  'terminal.change': command({
    access: 'administrator',
    /** `integrated` changes where an integrated terminal is found; a stand-alone one stays one. */
    input: z.strictObject({
      terminalId: id,
      name,
      deviceNumber: typedNumber,
      active: z.boolean(),
      integrated: integrated.optional(),
    }),
    output: done,
    refusals: ['terminal-unknown', 'terminal-waits', 'invalid-input'],
  }),
  /** Keeps the key that an integrated terminal and this desk share, outside the ledger. */
  'terminal.keepKey': session({
    access: 'administrator',
    input: z.strictObject({
      terminalId: id,
      keyIdentifier: z.string().max(100),
      keyVersion: z.int().min(0),
      passphrase: z.string().max(200),
      /** PEM of the provider's terminal root, or of the terminal's own certificate. */
      authorities: z.string().max(65_536),
    }),
    output: done,
    refusals: ['terminal-unknown', 'invalid-input'],
  }),
  /** Destroys the key kept for an integrated terminal; until another is kept it takes no command. */
  'terminal.forgetKey': session({
    access: 'administrator',
    input: z.strictObject({ terminalId: id }),
    output: done,
    refusals: ['terminal-unknown', 'terminal-waits'],
  }),
  /** Asks an integrated terminal whether it is there, is itself, shares the key and reaches its host. Moves no money. */
  'terminal.checkLink': session({
    access: 'administrator',
    input: z.strictObject({ terminalId: id }),
    output: z.strictObject({
      link: z.enum(TERMINAL_LINKS),
      /** Transactions that the terminal has not yet sent to its host; null when it does not say. */
      unconfirmedCount: z.int().nullable(),
    }),
    refusals: ['terminal-unknown'],
  }),
  /**
   * Asks an integrated terminal now what became of an attempt in doubt, beside the questions the service asks by itself.
   * What the answer proves is applied; nothing is ever sent again.
   */
  'terminal.ask': session({
    access: 'clerk',
    input: z.strictObject({ attemptId: id }),
    output: z.strictObject({ answer: answerWord }),
    refusals: ['attempt-unknown', 'attempt-settled', 'attempt-on-terminal', 'terminal-key-missing'],
  }),
  /**
   * Has an integrated terminal read the card that is to take a refund, to compare it with the one that paid. A refund of
   * this client and amount within a minute goes to that very card; otherwise the card is given back. Moves no money.
   */
  'terminal.readCard': session({
    access: 'clerk',
    input: z.strictObject({ terminalId: id, clientId: id, amountMinor }),
    output: z.strictObject({
      outcome: z.enum(['read', 'cancelled', 'busy', 'refused', 'no-answer', 'no-key']),
      last4: z.string().nullable(),
      brand: z.string().nullable(),
    }),
    refusals: ['terminal-unknown', 'terminal-inactive', 'terminal-waits'],
  }),
  /** Gives back a card that was read for a refund which does not follow. */
  'terminal.releaseCard': session({
    access: 'clerk',
    input: z.strictObject({ terminalId: id }),
    output: done,
  }),
  /** Asks an integrated terminal to stop. The outcome still comes by itself, and it may be an approval. */
  'terminal.abort': command({
    access: 'clerk',
    input: z.strictObject({ attemptId: id }),
    output: z.strictObject({ attemptId: z.int() }),
    refusals: ['attempt-unknown', 'attempt-settled'],
  }),
};
