import { useQueries } from '@tanstack/react-query';
import type { OutputOf } from '../../shared/contract/contract.ts';
import { ask } from './ask.ts';

/** These payments in that order, once all of them were read. */
export function usePayments(paymentIds: readonly number[]): OutputOf<'payment.read'>[] | undefined {
  const reads = useQueries({
    queries: paymentIds.map((paymentId) => ({
      queryKey: ['payment.read', { paymentId }],
      queryFn: () => ask('payment.read', { paymentId }),
    })),
  });
  const payments = reads.flatMap(({ data }) => (data ? [data as OutputOf<'payment.read'>] : []));
  return payments.length === paymentIds.length ? payments : undefined;
}
