import { IconCheck } from '@tabler/icons-react';
import { StatusBadge } from '../../parts/status-badge.tsx';

/** Says that something was written, to eyes and readers alike; empty, it is only the place where it will be said. */
export function SavedNotice({ words }: { words: string | null }) {
  return <div role="status">{words ? <StatusBadge tone="good" icon={IconCheck} label={words} /> : null}</div>;
}
