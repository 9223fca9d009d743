import { create } from 'zustand';

/** Whether the last word from the service arrived. Unreachable: nothing is lost, sent commands keep their key. */
export const useHostState = create<{ isReachable: boolean }>(() => ({ isReachable: true }));

export function setReachable(isReachable: boolean): void {
  if (useHostState.getState().isReachable !== isReachable) useHostState.setState({ isReachable });
}
