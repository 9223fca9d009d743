import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { formatCount, formatInstant } from '../../../shared/i18n/format.ts';
import { queries } from '../../connection/queries.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { useRead } from '../../connection/use-read.ts';
import { useSessionCall } from '../../connection/use-session-call.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { SavedNotice } from './saved-notice.tsx';
import classes from './settings.module.css';

export type Backup = OutputOf<'ledger.backups'>['backups'][number];

const BYTES_PER_MEGABYTE = 1_000_000;

/** Makes a verified copy and lists the copies there are. */
export function BackupPanel() {
  const { t, language } = useWords();
  const timeZone = useOrganisation()?.timeZone;
  const list = useRead('ledger.backups', {});
  const make = useSessionCall('ledger.backup');
  const [notice, setNotice] = useState<string | null>(null);
  const [restored, setRestored] = useState<Backup | null>(null);
  const backups = list.data?.backups ?? [];
  const send = async () => {
    setNotice(null);
    const made = await make.run({});
    if (!made) return;
    setNotice(t('settings.backup.made', { name: made.fileName }));
    void queries.invalidateQueries();
  };
  const sizeWords = (sizeBytes: number) => {
    const unit = new Intl.NumberFormat(language === 'fr' ? 'fr-CA' : 'en-CA', {
      style: 'unit',
      unit: 'megabyte',
      maximumFractionDigits: 1,
    });
    return unit.format(sizeBytes / BYTES_PER_MEGABYTE);
  };
  return (
    <Panel
      title={t('settings.backup.list')}
      actions={
        <Button loading={make.isRunning} onClick={() => void send()}>
          {t('settings.backup.make')}
        </Button>
      }
    >
      <div className={classes.stack}>
        <SavedNotice words={notice} />
        <FailureAlert failure={make.failure ?? list.failure} />
        {backups.length === 0 ? (
          <p className={classes.soft}>{t('settings.backup.none')}</p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('settings.backup.file')}</th>
                <th scope="col">{t('settings.backup.at')}</th>
                <th scope="col" className={classes.number}>
                  {t('settings.backup.size')}
                </th>
                <th scope="col" className={classes.number}>
                  {t('settings.backup.commits')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => (
                <tr key={backup.fileName}>
                  <td>{backup.fileName}</td>
                  <td>{formatInstant(backup.at, language, timeZone)}</td>
                  <td className={classes.number}>{sizeWords(backup.sizeBytes)}</td>
                  <td className={classes.number}>{formatCount(backup.commits, language)}</td>
                  <td className={classes.number}>
                    <Button
                      variant="default"
                      aria-label={`${t('settings.backup.restore')} ${backup.fileName}`}
                      onClick={() => setRestored(backup)}
                    >
                      {t('settings.backup.restore')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {restored ? (
        <RestoreDialog
          backup={restored}
          onClose={() => setRestored(null)}
          onRestored={(words) => {
            setRestored(null);
            setNotice(words);
          }}
        />
      ) : null}
    </Panel>
  );
}
