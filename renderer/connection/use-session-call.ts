import { useState } from 'react';
import type { InputOf, OutputOf, SessionName } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { guichet } from './guichet.ts';
import { setLost, setReachable } from './host-state.ts';

/** A call that writes no ledger row and needs no key: signing in and out, choosing a PIN, backup and restore. */
export function useSessionCall<N extends SessionName>(name: N) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isRunning, setRunning] = useState(false);
  const run = async (input: InputOf<N>): Promise<OutputOf<N> | null> => {
    if (isRunning) return null;
    setRunning(true);
    setFailure(null);
    try {
      const outcome = await guichet.call(name, input);
      setReachable(true);
      if (outcome.ok) return outcome.value;
      setFailure(outcome.failure);
      return null;
    } catch (error) {
      setLost(error);
      return null;
    } finally {
      setRunning(false);
    }
  };
  return { run, failure, isRunning };
}
