import type { ReadableLedger } from './sql.ts';

/** eChecks charged by the gateway since a local date that no bank has returned, oldest first. */
export async function readReturnable(
  db: ReadableLedger,
  sinceDate: string,
): Promise<{ paymentId: number; attemptId: number }[]> {
  return await db.all<{ paymentId: number; attemptId: number }>`
    SELECT payment.id AS paymentId, payment.attempt_id AS attemptId FROM payment
    JOIN gateway_reference named ON named.attempt_id = payment.attempt_id
    WHERE method = 'echeck' AND payment.local_date >= ${sinceDate}
      AND payment.id NOT IN (SELECT payment_id FROM payment_return) ORDER BY payment.id`;
}
