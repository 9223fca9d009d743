import { useCallback, useRef, useState } from 'react';
import type { CommandName, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { guichet } from './guichet.ts';
import { setLost, setReachable } from './host-state.ts';
import { forgetPending, keepPending, pendingFor, readPending } from './pending-command.ts';
import { queries } from './queries.ts';
import { endSession } from './session.ts';

export interface Command<N extends CommandName> {
  /** Makes the key when the confirm step opens; another input replaces it, as long as nothing was sent. */
  readonly open: (input: InputOf<N>) => void;
  /** Sends; resolves to the answer, or null when it was refused or no answer came (see `failure`, `isUnanswered`). */
  readonly run: (input: InputOf<N>) => Promise<OutputOf<N> | null>;
  readonly failure: Failure | null;
  readonly clearFailure: () => void;
  readonly isRunning: boolean;
  /** Sent, and the answer was lost: keep the fields as they are and send again, it happens once only. */
  readonly isUnanswered: boolean;
}

const BEFORE_THE_KEY: ReadonlySet<string> = new Set(['not-signed-in', 'not-allowed', 'ledger-read-only']);

/** `slot` tells apart two uses of one command that may be open at once, such as two refunds. */
export function useCommand<N extends CommandName>(name: N, slot = ''): Command<N> {
  const place = slot ? `${name}.${slot}` : name;
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [isUnanswered, setUnanswered] = useState(() => readPending(place)?.isUnanswered ?? false);
  const busy = useRef(false);

  const open = useCallback(
    (input: InputOf<N>) => {
      if (!readPending(place)?.isUnanswered) pendingFor(place, input);
    },
    [place],
  );

  const run = useCallback(
    async (input: InputOf<N>): Promise<OutputOf<N> | null> => {
      // Two presses of the same key in one frame must stay one command
      if (busy.current) return null;
      busy.current = true;
      setRunning(true);
      setFailure(null);
      const pending = pendingFor(place, input);
      try {
        keepPending(place, { ...pending, isUnanswered: true });
        const sent = JSON.parse(pending.inputText) as InputOf<N>;
        const outcome = await guichet.call(name, sent, { key: pending.key });
        setReachable(true);
        if (outcome.ok) {
          setUnanswered(false);
          forgetPending(place);
          void queries.invalidateQueries();
          return outcome.value as OutputOf<N>;
        }
        // A refusal wrote nothing: the key stays for this input, and is free for another. One from before the key was
        // looked at says nothing of an earlier send whose answer was lost
        const isStillUnanswered = pending.isUnanswered && BEFORE_THE_KEY.has(outcome.failure.code);
        keepPending(place, { ...pending, isUnanswered: isStillUnanswered });
        setUnanswered(isStillUnanswered);
        if (outcome.failure.code === 'not-signed-in') endSession('expired');
        setFailure(outcome.failure);
        return null;
      } catch (error) {
        setLost(error);
        setUnanswered(true);
        return null;
      } finally {
        busy.current = false;
        setRunning(false);
      }
    },
    [name, place],
  );

  const clearFailure = useCallback(() => setFailure(null), []);
  return { open, run, failure, clearFailure, isRunning, isUnanswered };
}
