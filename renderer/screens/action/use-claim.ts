import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { useCommand } from '../../connection/use-command.ts';
import type { ActionRow } from './action-sentence.ts';

export interface ClaimCommands {
  readonly toggle: (row: ActionRow) => void;
  readonly isRunning: boolean;
  readonly failure: Failure | null;
}

/** Takes a row that nobody is on, or lets go of one that somebody is on. */
export function useClaim(): ClaimCommands {
  const claim = useCommand('action.claim');
  const release = useCommand('action.release');
  return {
    toggle({ actionId, claim: held }) {
      claim.clearFailure();
      release.clearFailure();
      void (held === null ? claim.run({ actionId }) : release.run({ actionId }));
    },
    isRunning: claim.isRunning || release.isRunning,
    failure: claim.failure ?? release.failure,
  };
}
