import type { Gateway, GatewayCharge, GatewayOutcome, GatewayRefund } from '../gateway/gateway.ts';
import { type GatewayAttemptRow, readGatewayAttempt, rememberReference } from '../ledger/gateway-store.ts';
import type { Clock, Ledger } from '../ledger/ledger.ts';
import type { AttemptDevice } from './attempt-device.ts';

const POLL_WAITS = [1000, 2000, 5000, 10_000, 30_000, 60_000];
/** A debit of a bank account takes days: it is asked about now and then. */
const PENDING_WAIT_MS = 10 * 60_000;
/** A gateway forgets idempotency keys after a day; an hour less, for clocks that differ (settled.md 39). */
const REPEAT_MS = 23 * 3_600_000;

interface Around {
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly probe: (point: string) => void;
}

/** An attempt on the gateway. Charges are named before they are asked for, refunds are found by our own name of them. */
export function gatewayAttempt(gateway: Gateway, attemptId: number, around: Around): AttemptDevice {
  const { ledger, clock, probe } = around;
  const read = async () => {
    const row = await ledger.read((db) => readGatewayAttempt(db, attemptId));
    if (!row) throw new Error(`attempt ${attemptId} asks nothing of a gateway`);
    return row;
  };
  const remember = async (reference: string) => {
    probe('gateway:created');
    await ledger.write((db) => rememberReference(db, attemptId, reference));
    // what is asked next must be found again by its name, whatever becomes of the machine
    await ledger.flushHead();
    probe('gateway:named');
  };
  return {
    async perform(signal) {
      const row = await read();
      return row.direction === 'in'
        ? await gateway.charge(chargeOf(row), remember, signal)
        : await gateway.refund(refundOf(row), signal);
    },
    async askStatus(signal): Promise<GatewayOutcome> {
      const row = await read();
      if (row.direction === 'out') {
        const ageMs = clock.now().getTime() - Date.parse(row.at);
        return await gateway.askRefund(refundOf(row), ageMs >= 0 && ageMs < REPEAT_MS, signal);
      }
      // its name is kept before the money is asked for: without one it never was
      if (row.reference === null)
        return { kind: 'not-sent', reason: 'never-asked', isIncident: false, reply: null };
      return await gateway.askCharge(chargeOf(row), row.reference, signal);
    },
    abort: async () => {},
    waitMs: (round, state) =>
      state === 'resolving' ? PENDING_WAIT_MS : (POLL_WAITS[Math.min(round, POLL_WAITS.length - 1)] ?? 0),
  };
}

/** The charge an attempt asks for, the same in every call about it. */
export function chargeOf(row: GatewayAttemptRow): GatewayCharge {
  if (row.token === null) throw new Error(`attempt ${row.attemptId} charges no saved method`);
  return {
    attemptReference: row.attemptReference,
    kind: row.kind,
    token: row.token,
    customerToken: row.customerToken,
    amountMinor: row.amountMinor,
  };
}

function refundOf(row: GatewayAttemptRow): GatewayRefund {
  if (row.chargeReference === null) throw new Error(`attempt ${row.attemptId} gives no charge back`);
  return {
    attemptReference: row.attemptReference,
    chargeReference: row.chargeReference,
    amountMinor: row.amountMinor,
  };
}
