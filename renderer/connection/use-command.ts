import { notifications } from '@mantine/notifications';
import { useCallback, useRef, useState } from 'react';
import type { CommandName, InputOf, OutputOf } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { useWords } from '../shell/language.ts';
import { guichet } from './guichet.ts';
import { setLost, setReachable } from './host-state.ts';
import { forgetPending, keepPending, planSend, readPending } from './pending-command.ts';
import { lookAgain } from './queries.ts';
import { endSession } from './session.ts';

export interface Command<N extends CommandName> {
  /** Sends; resolves to the answer, or null when it was refused or no answer came (see `failure`, `isUnanswered`). */
  readonly run: (input: InputOf<N>) => Promise<OutputOf<N> | null>;
  readonly failure: Failure | null;
  readonly clearFailure: () => void;
  readonly isRunning: boolean;
  /** Sent, and the answer was lost: the fields stay shut and the same goes again, once only (`planSend`). */
  readonly isUnanswered: boolean;
}

const BEFORE_THE_KEY: ReadonlySet<string> = new Set(['not-signed-in', 'not-allowed', 'ledger-read-only']);

/** `slot` tells apart two uses of one command that may be open at once, such as two refunds. */
export function useCommand<N extends CommandName>(name: N, slot = ''): Command<N> {
  const place = slot ? `${name}.${slot}` : name;
  const { t } = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [isUnanswered, setUnanswered] = useState(() => readPending(place)?.isUnanswered ?? false);
  const busy = useRef(false);

  const run = useCallback(
    async (input: InputOf<N>): Promise<OutputOf<N> | null> => {
      // Two presses of the same key in one frame must stay one command
      if (busy.current) return null;
      busy.current = true;
      setRunning(true);
      setFailure(null);
      const pending = planSend(name, readPending(place), input, () => crypto.randomUUID());
      try {
        keepPending(place, { ...pending, isUnanswered: true });
        const sent = JSON.parse(pending.inputText) as InputOf<N>;
        const outcome = await guichet.call(name, sent, { key: pending.key });
        setReachable(true);
        if (outcome.ok) {
          setUnanswered(false);
          forgetPending(place);
          lookAgain();
          if (pending.isUnanswered)
            notifications.show({
              message: t('shell.sentBefore'),
              closeButtonProps: { 'aria-label': t('shell.close') },
            });
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
    [name, place, t],
  );

  const clearFailure = useCallback(() => setFailure(null), []);
  return { run, failure, clearFailure, isRunning, isUnanswered };
}
