import { QueryClient } from '@tanstack/react-query';

/** Reads are fresh until the service pushes that something changed; nothing polls. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
  },
});

/**
 * Reads what is on the screen again, because something changed. A first answer still on its way may be older than the
 * change, and an invalidation alone leaves it as it comes: it is asked again once it is there.
 */
export function lookAgain(client: QueryClient = queries, queryKey?: readonly unknown[]): void {
  const filters = queryKey ? { queryKey } : {};
  for (const query of client.getQueryCache().findAll({ ...filters, fetchStatus: 'fetching' })) {
    if (query.state.data !== undefined) continue;
    void query.promise
      ?.catch(() => undefined)
      .then(() => client.invalidateQueries({ queryKey: query.queryKey, exact: true }));
  }
  void client.invalidateQueries(filters);
}
