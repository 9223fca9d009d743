import type { TLSSocket } from 'node:tls';
import type { ReceivedMessage } from '../../../electron/terminal/simulator/nexo-server.ts';
import {
  dollars,
  type PaymentChange,
  payment,
  type Run,
  repeated,
  reply,
} from '../../support/nexo-answers.ts';
import type { Fault } from './fault.ts';

const SHORT_WAIT_MS = 60;

/** Answers each message by its category; one that is not listed gets no answer. */
function byCategory(
  name: string,
  expect: string,
  bodies: (run: Run) => Record<string, string | undefined>,
  rest: Partial<Fault> = {},
): Fault {
  return {
    name,
    expect,
    behave: (run) => (socket, received) => {
      const body = bodies(run)[received.category];
      if (body !== undefined) socket.end(reply(run, received, body));
      else socket.destroy();
    },
    ...rest,
  };
}

function answered(
  name: string,
  expect: string,
  change: (run: Run) => PaymentChange,
  rest: Partial<Fault> = {},
): Fault {
  return byCategory(name, expect, (run) => ({ Payment: payment(run, change(run)) }), rest);
}

function status(name: string, expect: string, body: (run: Run) => string): Fault {
  return byCategory(name, expect, (run) => ({ TransactionStatus: body(run) }), { call: 'status' });
}

function failed(condition: string): string {
  return JSON.stringify({ Response: { Result: 'Failure', ErrorCondition: condition } });
}

function partOf(run: Run): number {
  return 1 + Math.floor(run.attempt.amountMinor / 3);
}

const OUT_OF_REACH = ['DeviceOut', 'UnavailableDevice', 'UnavailableService', 'UnreachableHost'];

const finals: Fault[] = (
  [
    ['Refusal', 'declined refused'],
    ['InvalidCard', 'declined invalid-card'],
    ['WrongPIN', 'declined wrong-pin'],
    ['PaymentRestriction', 'declined restricted'],
    ['InsertedCard', 'declined card-left-inserted'],
    ['NotAllowed', 'declined not-allowed'],
    ['Aborted', 'cancelled'],
    ['Cancel', 'cancelled'],
    ['MessageFormat', 'not-sent rejected'],
    ['LoggedOut', 'not-sent logged-out'],
    ['NotFound', 'unknown unexpected'],
    ['InProgress', 'unknown unexpected'],
    ['Celebration', 'unknown unexpected'],
  ] as const
).map(([condition, expect]) => answered(`failure: ${condition}`, expect, () => ({ condition })));

const odd: Fault[] = [
  answered('failure without a condition', 'unknown unexpected', () => ({ result: 'Failure' })),
  answered('success with a condition', 'unknown unexpected', (run) => ({
    result: 'Success',
    condition: run.chance.pick(['Refusal', 'Aborted', 'Busy']),
  })),
  answered('a result that does not exist', 'unknown unreadable', (run) => ({
    result: run.chance.pick(['success', 'Maybe', '', 'constructor', '__proto__', 'toString']),
  })),
  answered('part of the amount', 'approved', (run) => ({ result: 'Partial', amount: dollars(partOf(run)) }), {
    authorized: partOf,
  }),
  answered('part of the amount called success', 'approved', (run) => ({ amount: dollars(partOf(run)) }), {
    authorized: partOf,
  }),
  answered('an amount with more zeros', 'approved', (run) => ({
    amount: `${dollars(run.attempt.amountMinor)}${'0'.repeat(run.chance.below(9))}`,
  })),
  answered('more than the amount', 'conflict amount-above', (run) => ({
    amount: dollars(run.attempt.amountMinor + 1 + run.chance.below(5000)),
  })),
  answered('a hundred times the amount', 'conflict amount-above', (run) => ({
    amount: `${run.attempt.amountMinor}`,
  })),
  answered('another currency', 'conflict currency', (run) => ({
    currency: run.chance.pick(['USD', 'EUR', 'cad', '']),
  })),
  answered('the other direction', 'conflict payment-type', (run) => ({
    paymentType: run.attempt.direction === 'in' ? 'Refund' : 'Normal',
  })),
  answered('a kind of payment not asked for', 'conflict payment-type', (run) => ({
    paymentType: run.chance.pick(['CashAdvance', 'Completion', 'Instalment', 'Whatever']),
  })),
  answered('no amount', 'unknown unexpected', () => ({ amount: 'none' })),
  answered('an amount that is none', 'unknown unexpected', (run) => ({
    amount: run.chance.pick([
      '0',
      '0.00',
      '-1.00',
      '1e2',
      '1E400',
      '0.001',
      '"12.05"',
      'null',
      '[1]',
      '{}',
      '9'.repeat(20),
    ]),
  })),
  answered('a fraction of a cent', 'unknown unexpected', (run) => ({
    amount: `${dollars(run.attempt.amountMinor - 1)}${1 + run.chance.below(9)}`,
  })),
  answered('the echo of another attempt', 'unknown wrong-reference', () => ({ transactionId: 'attempt-0' })),
];

const rounds: Fault[] = [
  byCategory('busy with another dialogue', 'not-sent busy', (run) => ({
    Payment: payment(run, { condition: 'Busy' }),
    TransactionStatus: failed('NotFound'),
  })),
  byCategory('not allowed, since another dialogue is in progress', 'not-sent busy', (run) => ({
    Payment: payment(run, { condition: 'NotAllowed', additional: 'message=Transaction+already+in+progress' }),
    TransactionStatus: failed('NotFound'),
  })),
  byCategory('busy with this very attempt', 'in-progress', (run) => ({
    Payment: payment(run, { condition: 'Busy' }),
    TransactionStatus: failed('InProgress'),
  })),
  byCategory('busy, then no word', 'unknown unavailable', (run) => ({
    Payment: payment(run, { condition: 'Busy' }),
  })),
  byCategory('busy, yet approved', 'approved', (run) => ({
    Payment: payment(run, { condition: 'Busy' }),
    TransactionStatus: repeated(run, payment(run)),
  })),
  byCategory('out of reach, confirmed', 'declined unavailable', (run) => {
    const body = payment(run, { condition: run.chance.pick(OUT_OF_REACH) });
    return { Payment: body, TransactionStatus: repeated(run, body) };
  }),
  byCategory('out of reach, then no word', 'unknown unavailable', (run) => ({
    Payment: payment(run, { condition: run.chance.pick(OUT_OF_REACH) }),
  })),
  byCategory('out of reach, then not known', 'not-found', (run) => ({
    Payment: payment(run, { condition: run.chance.pick(OUT_OF_REACH) }),
    TransactionStatus: failed('NotFound'),
  })),
  byCategory('out of reach, yet approved', 'approved', (run) => ({
    Payment: payment(run, { condition: run.chance.pick(OUT_OF_REACH) }),
    TransactionStatus: repeated(run, payment(run)),
  })),
];

/** Answers the payment only once the abort has come. */
function afterAbort(name: string, expect: string, change: PaymentChange): Fault {
  return {
    name,
    expect,
    call: 'late',
    behave: (run) => {
      let waiting: { socket: TLSSocket; received: ReceivedMessage } | undefined;
      return (socket, received) => {
        if (received.category === 'Payment') waiting = { socket, received };
        if (received.category !== 'Abort') return;
        socket.end(reply(run, received, '{}'));
        if (waiting) waiting.socket.end(reply(run, waiting.received, payment(run, change)));
      };
    },
  };
}

const asked: Fault[] = [
  afterAbort('approved after the abort', 'approved', {}),
  afterAbort('aborted after the abort', 'cancelled', { condition: 'Aborted' }),
  status('status: approved', 'approved', (run) => repeated(run, payment(run))),
  status('status: declined', 'declined refused', (run) =>
    repeated(run, payment(run, { condition: 'Refusal' })),
  ),
  status('status: cancelled', 'cancelled', (run) => repeated(run, payment(run, { condition: 'Cancel' }))),
  status('status: was busy', 'not-sent busy', (run) => repeated(run, payment(run, { condition: 'Busy' }))),
  status('status: in progress', 'in-progress', () => failed('InProgress')),
  status('status: not found', 'not-found', () => failed('NotFound')),
  status('status: not found, about another message', 'unknown wrong-reference', () =>
    JSON.stringify({
      Response: { Result: 'Failure', ErrorCondition: 'NotFound' },
      MessageReference: { MessageCategory: 'Payment', ServiceID: '0100000000' },
    }),
  ),
  status('status: another failure', 'unknown unavailable', (run) =>
    failed(run.chance.pick(['Busy', 'DeviceOut', 'X'])),
  ),
  status('status: a success that repeats nothing', 'unknown unexpected', () =>
    JSON.stringify({ Response: { Result: 'Success' } }),
  ),
  status('status: it repeats another message', 'unknown wrong-reference', (run) =>
    repeated(
      run,
      payment(run),
      run.chance.pick([{ ServiceID: '0100000000' }, { POIID: 'X' }, { SaleID: 'X' }]),
    ),
  ),
  status('status: it repeats another kind of message', 'unknown wrong-reference', (run) =>
    repeated(run, payment(run), { MessageCategory: 'Reversal' }),
  ),
  status('status: more than the amount', 'conflict amount-above', (run) =>
    repeated(run, payment(run, { amount: dollars(run.attempt.amountMinor + 1) })),
  ),
  {
    name: 'status: no answer',
    expect: 'unknown no-answer',
    call: 'status',
    waitMs: SHORT_WAIT_MS,
    behave: () => () => {},
  },
  { name: 'status: out of reach', expect: 'unknown no-connection', call: 'status', peer: 'refuses' },
];

/** What proven answers mean for the attempt. */
export const MEANING_FAULTS: readonly Fault[] = [...finals, ...odd, ...rounds, ...asked];
