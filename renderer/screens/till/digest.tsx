import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { hashOf } from '../../shell/router.ts';
import classes from './digest.module.css';

const PUT_AWAY = 'guichet.digest';

/** What changed since the last close, calm and once: put away, it stays away until the next close. */
export function Digest({ tillId }: { tillId?: number }) {
  const { t } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const { data } = useRead('action.digest', tillId === undefined ? {} : { tillId });
  const [putAway, setPutAway] = useState(() => window.localStorage.getItem(PUT_AWAY));
  if (!data?.close || !data.ended || putAway === data.close.zNumber) return null;
  const { close, waiting, ended } = data;
  const endings = [
    ended.refundsDone.count > 0 &&
      t('till.digest.refunds', { count: ended.refundsDone.count, amount: ended.refundsDone.amountMinor }),
    ended.approvalsGranted > 0 && t('till.digest.granted', { count: ended.approvalsGranted }),
    ended.approvalsRefused > 0 && t('till.digest.refused', { count: ended.approvalsRefused }),
    ended.rowsDismissed > 0 && t('till.digest.dismissed', { count: ended.rowsDismissed }),
  ].filter((words) => words !== false);
  return (
    <Panel
      title={t('till.digest.title')}
      actions={
        <div className={`${classes.actions} not-printed`}>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            {t('till.digest.print')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              window.localStorage.setItem(PUT_AWAY, close.zNumber);
              setPutAway(close.zNumber);
            }}
          >
            {t('till.digest.putAway')}
          </Button>
        </div>
      }
    >
      <p className={classes.soft}>
        {t('till.digest.since', { number: close.zNumber, at: close.at, name: close.closedBy, timeZone })}
      </p>
      {waiting.length === 0 && endings.length === 0 ? <p>{t('till.digest.nothing')}</p> : null}
      <ul className={classes.list}>
        {waiting.map(({ kind, count, amountMinor }) => (
          <li key={kind}>
            <a href={hashOf('action', null, { kind })}>
              {count} · {t(`action.kind.${kind}`)}
            </a>
            <Amount minor={amountMinor} />
          </li>
        ))}
        {endings.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </Panel>
  );
}
