import { Button } from '@mantine/core';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { ChangeButton } from './list-controls.tsx';
import classes from './settings.module.css';
import type { TerminalRow } from './tills-page.tsx';

interface Props {
  rows: readonly TerminalRow[];
  onChange: (row: TerminalRow) => void;
  onLink: (row: TerminalRow) => void;
}

/** Every terminal with its state; an integrated one also has a key and a link to look after. */
export function TerminalTable({ rows, onChange, onLink }: Props) {
  const { t } = useWords();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('settings.tills.name')}</th>
          <th scope="col">{t('terminalSettings.kind')}</th>
          <th scope="col">{t('settings.tills.deviceNumber')}</th>
          <th scope="col">{t('settings.tills.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.terminalId}>
            <td className={classes.strong}>{row.name}</td>
            <td>
              {t(`terminalSettings.${row.driver}`)}
              {row.driver === 'nexo' ? (
                <div className={classes.soft}>
                  {t('terminalSettings.where', { poiId: row.poiId, address: row.address })}
                  {row.environment === 'test' ? ` · ${t('terminalSettings.isTest')}` : ''}
                </div>
              ) : null}
            </td>
            <td>{row.deviceNumber || '—'}</td>
            <td>
              <TerminalState row={row} />
            </td>
            <td className={classes.number}>
              <div className={classes.ends}>
                {row.driver === 'nexo' ? (
                  <Button
                    variant="default"
                    aria-label={t('terminalSettings.linkOf', { name: row.name })}
                    onClick={() => onLink(row)}
                  >
                    {t('terminalSettings.link')}
                  </Button>
                ) : null}
                <ChangeButton name={row.name} onClick={() => onChange(row)} />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TerminalState({ row }: { row: TerminalRow }) {
  const { t } = useWords();
  if (row.inDoubtCount > 0)
    return <StatusBadge tone="doubt" label={t('settings.tills.inDoubt', { count: row.inDoubtCount })} />;
  if (!row.active) return <StatusBadge tone="plain" label={t('settings.inactive')} />;
  if (row.driver === 'nexo' && !row.hasKey)
    return <StatusBadge tone="waiting" label={t('terminalSettings.noKey')} />;
  return <StatusBadge tone="good" label={t('settings.active')} />;
}
