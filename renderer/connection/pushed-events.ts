import type { PushedEvent } from '../../shared/contract/pushed-event.ts';
import { guichet } from './guichet.ts';
import { setReachable, useHostState } from './host-state.ts';
import { lookAgain, queries } from './queries.ts';
import { tellProgress } from './report-progress.ts';
import { endSession } from './session.ts';
import { readStoredSession } from './session-token.ts';

function onPushed(event: PushedEvent): void {
  // The event names nobody: the service is asked whether the session that ended was this one
  if (event.type === 'session-ended') void confirmSession();
  // A report that goes on changes nothing that is read
  else if (event.type === 'report-progress') tellProgress(event);
  // The counter's cart changes at every key: only the customer's page looks again
  else if (event.type === 'display-changed') lookAgain(queries, ['display.read']);
  else lookAgain();
}

async function confirmSession(): Promise<void> {
  if (!readStoredSession()) return;
  const outcome = await guichet.call('staff.read', {}).catch(() => null);
  if (outcome && !outcome.ok && outcome.failure.code === 'not-signed-in') endSession('expired');
}

/** Listens for as long as the window lives: every read on the screen is asked again when something changed. */
export function startPushedEvents(): () => void {
  return guichet.listen(onPushed, (isReachable) => {
    const wasReachable = useHostState.getState().isReachable;
    setReachable(isReachable);
    if (isReachable && !wasReachable) lookAgain();
  });
}
