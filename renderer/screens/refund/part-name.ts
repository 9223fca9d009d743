import type { TFunction } from 'i18next';
import type { PartWay } from './draft-parts.ts';
import type { RefundChoiceState } from './use-refund-choice.ts';

type Known = Pick<RefundChoiceState, 'terminals' | 'whole'>;

/** A way out in words: which terminal, or online which payment it gives back. */
export function partName(t: TFunction, part: PartWay, known: Known): string {
  const { destination, terminalId, originPaymentId } = part;
  const terminal = known.terminals.find((each) => each.terminalId === terminalId);
  if (terminal) return t('refund.destination.terminalNamed', { name: terminal.name });
  const origin = (known.whole?.sources ?? [])
    .flatMap((source) => source.origins)
    .find(({ paymentId }) => paymentId === originPaymentId);
  if (!origin) return t(`refund.destination.${destination}`);
  const words = destination === 'echeck' ? 'refund.parts.echeckOf' : 'refund.parts.onlineOf';
  return t(words, { number: origin.number });
}
