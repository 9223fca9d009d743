import { StatusBadge, type Tone } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';

type State = 'unpaid' | 'partial' | 'paid' | 'credited';

const TONES: Record<State, Tone> = { unpaid: 'bad', partial: 'waiting', paid: 'good', credited: 'plain' };

export function InvoiceState({ state }: { state: State }) {
  const { t } = useWords();
  return <StatusBadge tone={TONES[state]} label={t(`invoice.state.${state}`)} />;
}
