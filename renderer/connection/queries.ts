import { QueryClient } from '@tanstack/react-query';

/** Reads are fresh until the service pushes that something changed; nothing polls. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
  },
});
