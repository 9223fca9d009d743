import { IconReceipt } from '@tabler/icons-react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatInstant } from '../../../shared/i18n/format.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { differenceWords } from './difference-words.ts';
import classes from './till.module.css';

/** The till's earlier closes, newest first; each opens its Z. */
export function CloseHistory({ closes }: { closes: OutputOf<'till.read'>['closes'] }) {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  return (
    <Panel title={t('till.history.title')}>
      {closes.length === 0 ? (
        <Empty icon={IconReceipt} title={t('till.history.empty')} />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('till.history.number')}</th>
              <th scope="col">{t('till.history.closedAt')}</th>
              <th scope="col">{t('till.history.closedBy')}</th>
              <th scope="col" className={classes.number}>
                {t('till.z.counted')}
              </th>
              <th scope="col" className={classes.number}>
                {t('till.z.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {closes.map((close) => (
              <tr key={close.zNumber}>
                <td>
                  <button
                    type="button"
                    className={classes.linkButton}
                    aria-label={t('till.history.show', { number: close.zNumber })}
                    onClick={() => goTo('till', null, { report: close.zNumber })}
                  >
                    {close.zNumber}
                  </button>
                  {close.reopenedReason === null ? null : (
                    <div className={classes.soft}>{t('till.history.takenBack')}</div>
                  )}
                  {close.depositNumber === null ? null : (
                    <div className={classes.soft}>{close.depositNumber}</div>
                  )}
                </td>
                <td>{formatInstant(close.at, language, timeZone)}</td>
                <td>{close.closedBy}</td>
                <td className={classes.number}>
                  <Amount minor={close.countedMinor} />
                </td>
                <td className={classes.number}>{differenceWords(t, close.differenceMinor, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
