import type { TFunction } from 'i18next';
import type { RefundRead } from './refund-facts.tsx';

type Part = Pick<RefundRead['parts'][number], 'destination' | 'terminalName'>;

/** Where a part goes, in words. */
export function partWay(t: TFunction, { destination, terminalName }: Part): string {
  return terminalName
    ? t('refund.destination.terminalNamed', { name: terminalName })
    : t(`refund.destination.${destination}`);
}
