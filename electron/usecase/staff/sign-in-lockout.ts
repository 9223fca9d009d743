import { refuse } from '../../../shared/domain/refusal.ts';
import { lockoutMs } from '../../../shared/domain/staff-rights.ts';
import type { WritableLedger } from '../../ledger/ledger.ts';
import {
  clearSignInFailures,
  readSignInFailures,
  type SignInFailures,
  writeSignInFailures,
} from '../../ledger/staff-store.ts';

const WORKSTATION = 'workstation';
/** Wrong PINs of several people before the desk itself waits: one forgetful clerk must not lock it for all. */
const WORKSTATION_FREE_FAILURES = 10;
const FAILURES_TO_LOCK = 5;

/** What is left after a try that turns out wrong. */
export interface Try {
  readonly triesLeft: number;
  readonly lockedUntil: string | null;
}

/**
 * Counts a try as failed before its PIN is looked at: guesses sent at once, or a crash while hashing, gain nothing.
 * Refuses `locked-out` while the account or the workstation waits (reliability.md §4).
 */
export async function countTry(db: WritableLedger, account: string): Promise<Try> {
  const ofAccount = await readSignInFailures(db, account);
  const ofDesk = await readSignInFailures(db, WORKSTATION);
  const until = latest(ofAccount.lockedUntil, ofDesk.lockedUntil);
  if (until !== null && until > db.at) refuse('locked-out', { untilAt: until });
  const person = nextFailure(ofAccount, 0, db.at);
  const desk = nextFailure(ofDesk, WORKSTATION_FREE_FAILURES, db.at);
  await writeSignInFailures(db, account, person);
  await writeSignInFailures(db, WORKSTATION, desk);
  return {
    triesLeft: Math.max(
      0,
      Math.min(
        FAILURES_TO_LOCK - person.failures,
        FAILURES_TO_LOCK + WORKSTATION_FREE_FAILURES - desk.failures,
      ),
    ),
    lockedUntil: latest(person.lockedUntil, desk.lockedUntil),
  };
}

/** A right PIN ends the count of its account and of the workstation. */
export async function forgetTries(db: WritableLedger, account: string): Promise<void> {
  await clearSignInFailures(db, account);
  await clearSignInFailures(db, WORKSTATION);
}

function nextFailure(before: SignInFailures, free: number, at: string): SignInFailures {
  const failures = before.failures + 1;
  const waitMs = lockoutMs(failures - free);
  return {
    failures,
    lockedUntil: waitMs > 0 ? new Date(new Date(at).getTime() + waitMs).toISOString() : null,
  };
}

function latest(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** The account a try counts against: the same for a name and an id, and one of its own for an unknown name. */
export const accountOf = (given: { staffId: number } | { name: string }) =>
  'staffId' in given ? `staff:${given.staffId}` : `name:${given.name}`;
