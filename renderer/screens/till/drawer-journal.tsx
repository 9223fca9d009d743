import { IconCashRegister } from '@tabler/icons-react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import type { DrawerEventKind } from '../../../shared/domain/till-count.ts';
import { formatTime } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './till.module.css';

const MINUS = '\u2212';

/** What went into and out of the drawer in this session, newest first. */
export function DrawerJournal({ events }: { events: OutputOf<'till.read'>['events'] }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  // Two events of one sale share their instant: their place tells them apart
  const rows = events.map((event, index) => ({ ...event, key: index })).reverse();
  return (
    <Panel title={t('till.events.title')}>
      {rows.length === 0 ? (
        <Empty icon={IconCashRegister} title={t('till.events.empty')} />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('till.events.time')}</th>
              <th scope="col">{t('till.events.what')}</th>
              <th scope="col">{t('till.events.who')}</th>
              <th scope="col" className={classes.number}>
                {t('till.events.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((event) => (
              <tr key={event.key}>
                <td className={classes.soft}>{formatTime(event.at, language, timeZone)}</td>
                <td>
                  <span className={classes.strong}>
                    {t(`till.events.kind.${event.kind as DrawerEventKind}`)}
                  </span>
                  <div className={classes.soft}>
                    {[...new Set([event.documentNumber, event.reason])].filter(Boolean).join(' · ')}
                  </div>
                </td>
                <td>{event.staffName}</td>
                <td className={classes.number}>
                  {event.amountMinor === 0 ? (
                    '—'
                  ) : (
                    <>
                      {event.amountMinor < 0 ? MINUS : '+'}
                      <Amount minor={Math.abs(event.amountMinor)} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
