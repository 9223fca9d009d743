import { Alert, Button, FileInput } from '@mantine/core';
import { IconCircleCheck, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { RefusedRows } from './refused-rows.tsx';
import classes from './settings.module.css';

const CHARACTERS_MAX = 16_000_000;

interface Props {
  operation: 'client.import' | 'product.import';
  title: string;
  kind: 'clientColumns' | 'productColumns';
}

/** One kind of file: choose, import, and read why it was refused, line by line. */
export function ImportPanel({ operation, title, kind }: Props) {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [csv, setCsv] = useState<string | null>(null);
  const [importedCount, setImportedCount] = useState<number | null>(null);
  const command = useCommand(operation);
  const isTooBig = csv !== null && csv.length > CHARACTERS_MAX;

  const choose = async (chosen: File | null) => {
    command.clearFailure();
    setImportedCount(null);
    setFile(chosen);
    setCsv(chosen ? await chosen.text() : null);
  };
  const send = async () => {
    if (csv === null) return;
    const answer = await command.run({ csv });
    if (!answer) return;
    setImportedCount(answer.importedCount);
    setFile(null);
    setCsv(null);
  };
  const isReport = command.failure?.code === 'import-refused';

  return (
    <Panel title={title}>
      <div className={classes.stack}>
        <p className={classes.soft}>
          {t('settings.import.columns')} {t(`settings.import.${kind}`)}
        </p>
        <div className={classes.spread}>
          <FileInput
            className={classes.file}
            label={t('settings.import.choose')}
            accept=".csv,text/csv"
            clearable
            clearButtonProps={{ 'aria-label': t('settings.import.clear') }}
            placeholder={t('settings.import.noFile')}
            disabled={command.isRunning || command.isUnanswered}
            value={file}
            error={isTooBig ? t('settings.import.tooBig') : undefined}
            onChange={(chosen) => void choose(chosen)}
          />
          <Button
            leftSection={<IconFileImport size={18} aria-hidden="true" />}
            disabled={csv === null || isTooBig}
            loading={command.isRunning}
            onClick={() => void send()}
          >
            {t('settings.import.run', { name: file?.name ?? '' })}
          </Button>
        </div>
        <div role="status">
          {importedCount === null ? null : (
            <Alert color="teal" variant="light" icon={<IconCircleCheck aria-hidden="true" />}>
              {t('settings.import.done', { count: importedCount })}
            </Alert>
          )}
        </div>
        {isReport ? null : <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />}
        {isReport && command.failure ? (
          <RefusedRows
            fileName={file?.name ?? ''}
            detail={command.failure.detail as Parameters<typeof RefusedRows>[0]['detail']}
          />
        ) : null}
      </div>
    </Panel>
  );
}
