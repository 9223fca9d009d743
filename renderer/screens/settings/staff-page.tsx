import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { StatusBadge } from '../../parts/status-badge.tsx';
import { useWords } from '../../shell/language.ts';
import { ChangeButton } from './list-controls.tsx';
import { ResetCodeDialog, ResetDialog } from './reset-dialog.tsx';
import classes from './settings.module.css';
import { StaffDialog } from './staff-dialog.tsx';

export type StaffRow = OutputOf<'staff.list'>['staff'][number];
export interface NewCode {
  readonly name: string;
  readonly resetCode: string;
}

/** Who works here, with which rights; a new person and a reset both give a code that is shown once. */
export function StaffPage() {
  const { t } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const { data, failure } = useRead('staff.list', {});
  const [edited, setEdited] = useState<StaffRow | 'new' | null>(null);
  const [reset, setReset] = useState<StaffRow | null>(null);
  const [code, setCode] = useState<NewCode | null>(null);
  if (failure) return <FailureAlert failure={failure} />;
  const stateOf = (row: StaffRow) => {
    if (!row.active) return <StatusBadge tone="plain" label={t('settings.inactive')} />;
    if (row.lockedUntil)
      return <StatusBadge tone="bad" label={t('settings.staff.locked', { at: row.lockedUntil, timeZone })} />;
    return row.hasPin ? (
      <StatusBadge tone="good" label={t('settings.active')} />
    ) : (
      <StatusBadge tone="waiting" label={t('settings.staff.noPin')} />
    );
  };
  return (
    <Panel>
      <div className={classes.stack}>
        <div className={classes.actions}>
          <Button onClick={() => setEdited('new')}>{t('settings.staff.add')}</Button>
        </div>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('settings.staff.name')}</th>
              <th scope="col">{t('settings.staff.roles')}</th>
              <th scope="col">{t('settings.staff.state')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {(data?.staff ?? []).map((row) => (
              <tr key={row.staffId}>
                <td className={classes.strong}>{row.name}</td>
                <td>{row.roles.map((role) => t(`settings.staff.role.${role}`)).join(', ')}</td>
                <td>{stateOf(row)}</td>
                <td>
                  <div className={classes.actions}>
                    <ChangeButton name={row.name} onClick={() => setEdited(row)} />
                    <Button
                      variant="default"
                      disabled={!row.active}
                      aria-label={`${t('settings.staff.reset')} ${row.name}`}
                      onClick={() => setReset(row)}
                    >
                      {t('settings.staff.reset')}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {edited ? (
        <StaffDialog
          row={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onCode={(newCode) => {
            setEdited(null);
            setCode(newCode);
          }}
        />
      ) : null}
      {reset ? (
        <ResetDialog
          row={reset}
          onClose={() => setReset(null)}
          onCode={(newCode) => {
            setReset(null);
            setCode(newCode);
          }}
        />
      ) : null}
      {code ? <ResetCodeDialog code={code} onClose={() => setCode(null)} /> : null}
    </Panel>
  );
}
