import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './status-badge.module.css';

export type Tone = 'good' | 'waiting' | 'doubt' | 'bad' | 'plain';

const ICONS: Readonly<Record<Tone, TablerIcon>> = {
  good: IconCircleCheck,
  waiting: IconClock,
  doubt: IconAlertTriangle,
  bad: IconCircleX,
  plain: IconCircleDashed,
};

/** A state told by an icon and a word, so that colour is never alone. */
export function StatusBadge({ tone, label, icon }: { tone: Tone; label: string; icon?: TablerIcon }) {
  const Icon = icon ?? ICONS[tone];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={15} stroke={2.2} aria-hidden="true" />
      {label}
    </span>
  );
}
