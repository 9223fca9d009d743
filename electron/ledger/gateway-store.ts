import type { SavedMethodKind } from '../../shared/domain/saved-method.ts';
import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export type GatewayKind = 'none' | 'by-hand' | 'stripe' | 'simulator';

export interface GatewayRow {
  kind: GatewayKind;
  /** Where it is reached; empty for the processor's own address. */
  address: string;
}

/** The one gateway of this organisation. */
export async function readGateway(db: ReadableLedger): Promise<GatewayRow> {
  const row = await db.get<GatewayRow>`SELECT kind, address FROM gateway WHERE id = 1`;
  return row ?? { kind: 'none', address: '' };
}

export async function changeGateway(db: WritableLedger, row: GatewayRow): Promise<void> {
  await db.run`UPDATE gateway SET kind = ${row.kind}, address = ${row.address} WHERE id = 1`;
}

/** Charges and refunds through a gateway that have no outcome yet. */
export async function countGatewayWaiting(db: ReadableLedger): Promise<number> {
  const row = await db.get<{ count: number }>`
    SELECT count(*) AS count FROM attempt WHERE driver IN ('gateway', 'by-hand')
      AND state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')`;
  return row?.count ?? 0;
}

/** What an attempt asks of a gateway, and how the gateway names it. */
export interface GatewayAttemptRow {
  attemptId: number;
  /** Ours, permanent and unknown to people: the idempotency key. */
  attemptReference: string;
  direction: 'in' | 'out';
  amountMinor: number;
  /** UTC ISO instant of the attempt. */
  at: string;
  kind: SavedMethodKind;
  token: string | null;
  customerToken: string | null;
  brand: string | null;
  last4: string | null;
  savedMethodId: number | null;
  clientId: number;
  /** Of a refund: the gateway's name of the charge that it gives back. */
  chargeReference: string | null;
  /** The gateway's own name of this attempt; null until it was given one, and then nothing was asked for yet. */
  reference: string | null;
}

export async function readGatewayAttempt(
  db: ReadableLedger,
  attemptId: number,
): Promise<GatewayAttemptRow | undefined> {
  return await db.get<GatewayAttemptRow>`
    SELECT attempt.id AS attemptId, attempt.reference AS attemptReference, direction, amount_minor AS amountMinor,
      attempt.at, asked.kind, token, customer_token AS customerToken, brand, last4,
      asked.saved_method_id AS savedMethodId, attempt.client_id AS clientId, charge_reference AS chargeReference,
      named.reference
    FROM gateway_attempt asked JOIN attempt ON attempt.id = asked.attempt_id
    LEFT JOIN saved_method method ON method.id = asked.saved_method_id
    LEFT JOIN gateway_reference named ON named.attempt_id = attempt.id
    WHERE attempt.id = ${attemptId}`;
}

/** Writes what an attempt asks of a gateway; in the transaction that opens the attempt. */
export async function insertGatewayAttempt(
  db: WritableLedger,
  asked: {
    attemptId: number;
    kind: SavedMethodKind;
    savedMethodId: number | null;
    chargeReference: string | null;
  },
): Promise<void> {
  await db.insert('gateway_attempt', {
    attempt_id: asked.attemptId,
    kind: asked.kind,
    saved_method_id: asked.savedMethodId,
    charge_reference: asked.chargeReference,
  });
}

/** Keeps the gateway's name of an attempt, before the money is asked for (settled.md 39). */
export async function rememberReference(
  db: WritableLedger,
  attemptId: number,
  reference: string,
): Promise<void> {
  await db.insert('gateway_reference', { attempt_id: attemptId, reference, at: db.at });
}

/** How a payment was charged, to give it back the same way; undefined when no gateway charged it. */
export async function readCharge(
  db: ReadableLedger,
  paymentId: number,
): Promise<{ savedMethodId: number; kind: SavedMethodKind; reference: string } | undefined> {
  return await db.get<{ savedMethodId: number; kind: SavedMethodKind; reference: string }>`
    SELECT asked.saved_method_id AS savedMethodId, asked.kind, named.reference FROM payment
    JOIN gateway_attempt asked ON asked.attempt_id = payment.attempt_id
    JOIN gateway_reference named ON named.attempt_id = payment.attempt_id
    WHERE payment.id = ${paymentId} AND asked.saved_method_id IS NOT NULL`;
}
