import { Alert } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import type { RefusalDetails } from '../../../shared/domain/refusal.ts';
import { describeProblem } from '../../../shared/i18n/describe-failure.ts';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

interface Props {
  fileName: string;
  detail: RefusalDetails['import-refused'];
}

/** Why a file was refused: line, column, problem and what was read. */
export function RefusedRows({ fileName, detail }: Props) {
  const { t, i18n } = useWords();
  const rows = detail.rows.map((row, index) => ({ ...row, key: index }));
  return (
    <div className={classes.stack}>
      <Alert
        role="alert"
        color="brick"
        variant="light"
        title={t('settings.import.refusedTitle')}
        icon={<IconFileAlert aria-hidden="true" />}
      >
        {t('settings.import.refused', { count: detail.refusedCount, name: fileName })}{' '}
        {detail.refusedCount > rows.length ? t('settings.import.shown', { count: rows.length }) : ''}
      </Alert>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {t('settings.import.line')}
            </th>
            <th scope="col">{t('settings.import.column')}</th>
            <th scope="col">{t('settings.import.problem')}</th>
            <th scope="col">{t('settings.import.value')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td className={classes.number}>{row.line}</td>
              <td>{row.column}</td>
              <td>{describeProblem(i18n, row.problem, 'limit' in row ? Number(row.limit) : undefined)}</td>
              <td>{row.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
