import type { PushedEvent } from '../../shared/contract/pushed-event.ts';
import type { CustomerDisplay, ShownView } from '../usecase/context.ts';

/** What the counter shows its customer now. In memory only: it is worth nothing after a restart. */
export function createCustomerDisplay(push: (event: PushedEvent) => void): CustomerDisplay {
  let shown: ShownView = { state: 'idle' };
  return {
    read: () => shown,
    show: (view) => {
      shown = view;
      push({ type: 'display-changed' });
    },
  };
}
