import type { InputOf } from '../../../shared/contract/contract.ts';
import { signedIn } from '../../connection/session.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';

/** Sends a sign-in; on success the whole screen gives way to the shell. */
export function useSignIn<N extends 'staff.signIn' | 'staff.setPin'>(name: N) {
  const { run, failure, isRunning } = useSessionCall(name);
  const send = async (input: InputOf<N>): Promise<void> => {
    const answer = await run(input);
    if (answer) signedIn(answer);
  };
  return { send, failure, isRunning };
}
