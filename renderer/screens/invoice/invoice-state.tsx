import { IconCalendarTime, IconCircleHalf2, type TablerIcon } from '@tabler/icons-react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { StatusBadge, type Tone } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';

type State = OutputOf<'invoice.read'>['state'];

const TONES: Record<State, Tone> = {
  unpaid: 'bad',
  partial: 'waiting',
  planned: 'waiting',
  paid: 'good',
  credited: 'plain',
  error: 'doubt',
};
const ICONS: Partial<Record<State, TablerIcon>> = { partial: IconCircleHalf2, planned: IconCalendarTime };

/** How an invoice is reconciled, by icon and word (domain.md §2). */
export function InvoiceState({ state }: { state: State }) {
  const { t } = useWords();
  const icon = ICONS[state];
  return <StatusBadge tone={TONES[state]} label={t(`invoice.state.${state}`)} {...(icon ? { icon } : {})} />;
}
