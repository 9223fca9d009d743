import { IconCash, IconLock } from '@tabler/icons-react';
import { formatTime } from '../../shared/i18n/format.ts';
import { useOrganisation } from '../connection/use-organisation.ts';
import { useRead } from '../connection/use-read.ts';
import { useWords } from './language.ts';
import { hashOf } from './router.ts';
import classes from './till-state.module.css';

/** The till's state, always visible and one press away from the till. */
export function TillState() {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const tills = useRead('till.list', {}).data?.tills;
  if (!tills) return null;
  const active = tills.filter((till) => till.active);
  const open = active.filter((till) => till.session?.state === 'open');
  const ended = active.find((till) => till.session?.state === 'ended');
  const [first] = open;
  const words =
    active.length === 0
      ? t('shell.till.none')
      : open.length > 1
        ? t('shell.till.many', { count: open.length })
        : first?.session
          ? t('shell.till.openSince', {
              name: first.name,
              time: formatTime(first.session.openedAt, language, timeZone),
            })
          : ended
            ? t('shell.till.ended', { name: ended.name })
            : t('shell.till.closed');
  const Icon = first ? IconCash : IconLock;
  return (
    <a
      className={classes.till}
      data-open={first !== undefined || undefined}
      href={hashOf('till')}
      title={t('shell.till.goTo')}
    >
      <Icon size={18} stroke={1.9} aria-hidden="true" />
      {words}
    </a>
  );
}
