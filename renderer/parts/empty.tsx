import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

interface EmptyProps {
  readonly icon: TablerIcon;
  readonly title: string;
  readonly lead?: string;
  /** What to do next, usually one button. */
  readonly children?: ReactNode;
}

/** A place with nothing in it yet: says so, and what would fill it. */
export function Empty({ icon: Icon, title, lead, children }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <Icon size={36} stroke={1.5} aria-hidden="true" />
      <p className={classes.title}>{title}</p>
      {lead && <p className={classes.lead}>{lead}</p>}
      {children}
    </div>
  );
}
