import type { SavedMethodKind, SavedMethodState } from '../../shared/domain/saved-method.ts';
import type { ReadableLedger } from './sql.ts';

export interface SavedMethodRow {
  savedMethodId: number;
  clientId: number;
  clientName: string;
  kind: SavedMethodKind;
  state: SavedMethodState;
  token: string;
  customerToken: string | null;
  brand: string;
  last4: string;
  /** YYYY-MM; null for a bank account. */
  expiresOn: string | null;
  consentDate: string;
  staffName: string;
  at: string;
  /** Payments it made. */
  paymentCount: number;
}

export async function readSavedMethod(
  db: ReadableLedger,
  savedMethodId: number,
): Promise<SavedMethodRow | undefined> {
  return await db.get<SavedMethodRow>`
    SELECT method.id AS savedMethodId, method.client_id AS clientId, client.name AS clientName, method.kind, state, token,
      customer_token AS customerToken, brand, last4, expires_on AS expiresOn, consent_date AS consentDate,
      staff.name AS staffName, method.at,
      (SELECT count(*) FROM gateway_attempt asked JOIN payment ON payment.attempt_id = asked.attempt_id
        WHERE asked.saved_method_id = method.id) AS paymentCount
    FROM saved_method method JOIN client ON client.id = method.client_id JOIN staff ON staff.id = method.staff_id
    WHERE method.id = ${savedMethodId}`;
}

/** Every method a client ever saved, newest first. */
export async function readSavedMethods(db: ReadableLedger, clientId: number): Promise<SavedMethodRow[]> {
  return await db.all<SavedMethodRow>`
    SELECT method.id AS savedMethodId, method.client_id AS clientId, client.name AS clientName, method.kind, state, token,
      customer_token AS customerToken, brand, last4, expires_on AS expiresOn, consent_date AS consentDate,
      staff.name AS staffName, method.at,
      (SELECT count(*) FROM gateway_attempt asked JOIN payment ON payment.attempt_id = asked.attempt_id
        WHERE asked.saved_method_id = method.id) AS paymentCount
    FROM saved_method method JOIN client ON client.id = method.client_id JOIN staff ON staff.id = method.staff_id
    WHERE method.client_id = ${clientId} ORDER BY method.id DESC`;
}

/** Whose the token is already, unless that authorisation was withdrawn. */
export async function findTokenOwner(db: ReadableLedger, token: string): Promise<string | undefined> {
  const row = await db.get<{ name: string }>`
    SELECT client.name FROM saved_method JOIN client ON client.id = client_id
    WHERE token = ${token} AND state <> 'withdrawn'`;
  return row?.name;
}

/** The payments a saved method made, oldest first: what is marked of it is marked of them. */
export async function readPaymentsOfMethod(db: ReadableLedger, savedMethodId: number): Promise<number[]> {
  const rows = await db.all<{ paymentId: number }>`
    SELECT payment.id AS paymentId FROM gateway_attempt asked JOIN payment ON payment.attempt_id = asked.attempt_id
    WHERE asked.saved_method_id = ${savedMethodId} ORDER BY payment.id`;
  return rows.map((row) => row.paymentId);
}

/** The saved method a payment charged, if any. */
export async function readMethodOfPayment(
  db: ReadableLedger,
  paymentId: number,
): Promise<SavedMethodRow | undefined> {
  const row = await db.get<{ savedMethodId: number }>`
    SELECT saved_method_id AS savedMethodId FROM payment
    JOIN gateway_attempt asked ON asked.attempt_id = payment.attempt_id
    WHERE payment.id = ${paymentId} AND saved_method_id IS NOT NULL`;
  return row && (await readSavedMethod(db, row.savedMethodId));
}

/** Whether a charge of it has no outcome yet. */
export async function hasOpenCharge(db: ReadableLedger, savedMethodId: number): Promise<number | undefined> {
  const row = await db.get<{ amountMinor: number }>`
    SELECT amount_minor AS amountMinor FROM gateway_attempt asked JOIN attempt ON attempt.id = asked.attempt_id
    WHERE asked.saved_method_id = ${savedMethodId} AND attempt.direction = 'in'
      AND attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')`;
  return row?.amountMinor;
}
