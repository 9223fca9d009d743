import { Button } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { parseNumber } from '../../../shared/domain/document-number.ts';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { formatInstant } from '../../../shared/i18n/format.ts';
import { ask } from '../../connection/ask.ts';
import { Refused } from '../../connection/refused.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goTo } from '../../shell/router.ts';
import { differenceWords } from './difference-words.ts';
import classes from './till.module.css';

type Closes = OutputOf<'till.read'>['closes'];

/** The till's earlier closes, newest first; each opens its Z. Those before come when asked for, down to its first one. */
export function CloseHistory({ closes: newest }: { closes: Closes }) {
  const { t, language } = useWords();
  const [older, setOlder] = useState<Closes>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const last = older.at(-1) ?? newest.at(-1);
  // A close since has pushed some of the newest down into what was read
  const seen = new Set(newest.map(({ zNumber }) => zNumber));
  const closes = [...newest, ...older.filter(({ zNumber }) => !seen.has(zNumber))];
  const number = last && parseNumber(last.zNumber);
  const hasMore = number?.series === 'Z' && number.count > 1;
  const readOlder = async () => {
    if (!last) return;
    setFailure(null);
    try {
      const { closes: more } = await ask('till.readCloses', { before: last.zNumber });
      setOlder((before) => [...before, ...more]);
    } catch (error) {
      if (error instanceof Refused) setFailure(error.failure);
    }
  };
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
      {hasMore ? (
        <Button variant="default" onClick={() => void readOlder()}>
          {t('till.history.older')}
        </Button>
      ) : null}
      <FailureAlert failure={failure} />
    </Panel>
  );
}
