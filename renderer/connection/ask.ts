import type { InputOf, OutputOf, QueryName, SessionName } from '../../shared/contract/contract.ts';
import { guichet } from './guichet.ts';
import { setLost, setReachable } from './host-state.ts';
import { Refused } from './refused.ts';
import { endSession } from './session.ts';

/** Queries, and the session calls that only look at the ledger's files. */
export type ReadName = QueryName | Extract<SessionName, 'ledger.state' | 'ledger.verify' | 'ledger.backups'>;

/** One read outside a component; throws `Refused` with the refusal, or what the transport threw. */
export async function ask<N extends ReadName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const outcome = await guichet.call(name, input).catch((error: unknown) => {
    setLost(error);
    throw error;
  });
  setReachable(true);
  if (outcome.ok) return outcome.value;
  if (outcome.failure.code === 'not-signed-in') endSession('expired');
  throw new Refused(outcome.failure);
}
