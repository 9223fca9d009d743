import { Alert, Button, FileInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './settings.module.css';

/** The picture at the head of every PDF: seen, replaced, taken away. */
export function LogoPanel() {
  const { t } = useWords();
  const { data } = useRead('organisation.logo', {});
  const [isUnread, setUnread] = useState(false);
  const command = useCommand('organisation.setLogo');
  const choose = async (file: File | null) => {
    if (!file) return;
    setUnread(false);
    const image = await readBase64(file).catch(() => null);
    if (image === null) return setUnread(true);
    await command.run({ image });
  };
  return (
    <Panel title={t('settings.logo.title')}>
      <div className={classes.stack}>
        <p className={classes.soft}>{t('settings.logo.lead')}</p>
        {data?.image ? (
          <img className={classes.logo} src={data.image.address} alt={t('settings.logo.alt')} />
        ) : (
          <p className={classes.soft}>{t('settings.logo.none')}</p>
        )}
        <div className={classes.spread}>
          <FileInput
            className={classes.file}
            label={t('settings.logo.choose')}
            description={t('settings.logo.limits')}
            accept="image/png,image/jpeg"
            placeholder={t('settings.import.noFile')}
            disabled={command.isRunning || command.isUnanswered}
            value={null}
            onChange={(file) => void choose(file)}
          />
          {data?.image ? (
            <Button
              variant="default"
              loading={command.isRunning}
              onClick={() => void command.run({ image: null })}
            >
              {t('settings.logo.remove')}
            </Button>
          ) : null}
        </div>
        {isUnread ? <Alert color="red">{t('settings.logo.unread')}</Alert> : null}
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
      </div>
    </Panel>
  );
}

/** A file's bytes as base64, without the head of a data address. */
async function readBase64(file: File): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
