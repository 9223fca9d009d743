import { create } from 'zustand';
import { PageRefused } from '../../shared/contract/guichet-client.ts';

/** Whether the last word from the service arrived. Unreachable: nothing is lost, sent commands keep their key. */
export const useHostState = create<{ isReachable: boolean; isPageRefused: boolean }>(() => ({
  isReachable: true,
  isPageRefused: false,
}));

/** No answer came; where the host answers but not to this page, waiting does not help. */
export function setLost(error: unknown): void {
  useHostState.setState({ isReachable: false, isPageRefused: error instanceof PageRefused });
}

export function setReachable(isReachable: boolean): void {
  if (useHostState.getState().isReachable !== isReachable)
    useHostState.setState({ isReachable, isPageRefused: false });
}
