import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/i18n/describe-failure.ts';
import { ask, type ReadName } from './ask.ts';
import { Refused } from './refused.ts';

export interface Read<T> {
  readonly data: T | undefined;
  /** Why there is no data; never set for an unreachable host, which the shell's banner tells. */
  readonly failure: Failure | null;
  readonly isLoading: boolean;
  /** With `keepPrevious`: what is shown answers the question before this one. */
  readonly isStale: boolean;
  readonly refetch: () => void;
}

/**
 * Reads through the contract; read again whenever the service pushes that the ledger changed.
 * `keepPrevious` shows the last answer while the next one comes: for searches as one types.
 */
export function useRead<N extends ReadName>(
  name: N,
  input: InputOf<N>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): Read<OutputOf<N>> {
  const query = useQuery({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
  return {
    data: query.data as OutputOf<N> | undefined,
    failure: query.error instanceof Refused ? query.error.failure : null,
    isLoading: query.isLoading,
    isStale: query.isPlaceholderData,
    refetch: () => void query.refetch(),
  };
}
