import { startUpState } from '../../shared/domain/attempt.ts';
import { type AttemptRow, readAttempt, readOpenAttempts } from '../ledger/attempt-store.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { driverOf } from '../terminal/drivers.ts';
import { applyOutcome } from './apply-outcome.ts';

export interface RecoveryContext {
  readonly ledger: Ledger;
  readonly probe: (point: string) => void;
}

/**
 * Before the first call of a start: what was PREPARED was never shown, so it is NOT_SENT and its hold is free; what a
 * person had been told to do waits for a person's word, its hold standing (settled.md 1). Each attempt in its own
 * transaction, so that a second crash finds the rest as it was. Nothing here ever opens a drawer or asks twice.
 */
export async function recoverAttempts({ ledger, probe }: RecoveryContext): Promise<AttemptRow[]> {
  const moved: AttemptRow[] = [];
  for (const found of await ledger.read(readOpenAttempts)) {
    if (stateAtStart(found) === found.state) continue;
    probe('recovery:before-move');
    await ledger.write(async (db) => {
      const attempt = await readAttempt(db, found.attemptId);
      if (!attempt || attempt.state !== found.state) return;
      await applyOutcome(db, attempt, { to: stateAtStart(attempt), told: null, staffId: null }, () => {});
      probe('recovery:before-commit');
    });
    probe('recovery:after-commit');
    moved.push(found);
  }
  return moved;
}

function stateAtStart(attempt: AttemptRow) {
  // a gateway has said that it settles by itself: a start changes nothing about that
  if (attempt.driver === 'gateway' && attempt.state === 'resolving') return attempt.state;
  return startUpState(attempt.state, driverOf(attempt.driver).humanInTheLoop);
}
