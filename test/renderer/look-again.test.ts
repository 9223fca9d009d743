import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { lookAgain } from '../../renderer/connection/queries.ts';

/** What the service would answer now, and answers that a test lets go. */
function openReads() {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: false } } });
  let state = 'sent';
  const onTheWay: (() => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ['refund.read', { refundId: 1 }],
    queryFn: async () => {
      const seen = state;
      await new Promise<void>((go) => onTheWay.push(go));
      return seen;
    },
  });
  return {
    client,
    observer,
    change: (next: string) => {
      state = next;
    },
    /** Lets the answers on their way arrive until this one shows. */
    shows: (expected: string) =>
      vi.waitFor(() => {
        for (const go of onTheWay.splice(0)) go();
        expect(observer.getCurrentResult().data).toBe(expected);
      }),
  };
}

test.each(['first', 'later'] as const)(
  'a change told while a %s answer is on its way is seen',
  async (which) => {
    const { client, observer, change, shows } = openReads();
    const stop = observer.subscribe(() => {});
    if (which === 'later') {
      await shows('sent');
      lookAgain(client);
    }
    change('unknown');
    lookAgain(client, ['refund.read']);
    await shows('unknown');
    stop();
    client.clear();
  },
);
