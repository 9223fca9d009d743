import { Button, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { PrintedKind } from '../../shared/domain/printing.ts';
import { useCommand } from '../connection/use-command.ts';
import { useRead } from '../connection/use-read.ts';
import { useWords } from '../shell/language.ts';
import { FailureAlert } from './failure-alert.tsx';
import classes from './print-button.module.css';

/** Sends a document to the till's printer; absent while no till has one. From the second time on it prints as a copy. */
export function PrintButton({ kind, number }: { kind: PrintedKind; number: string }) {
  const { t } = useWords();
  const printers = useRead('printer.list', {}).data?.printers.filter((each) => each.kind !== 'none') ?? [];
  const [chosen, setChosen] = useState('');
  const print = useCommand('printer.print', `${kind}-${number}`);
  const [first] = printers;
  if (!first) return null;
  const tillId = Number(chosen || first.tillId);
  const send = async () => {
    const queued = await print.run({ tillId, kind, number });
    if (queued)
      notifications.show({
        message: t(queued.copy === 0 ? 'document.print.sent' : 'document.print.sentCopy', {
          name: queued.tillName,
          count: queued.copy,
        }),
        closeButtonProps: { 'aria-label': t('shell.close') },
      });
  };
  return (
    <div className={classes.print}>
      <Button
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden="true" />}
        loading={print.isRunning}
        onClick={() => void send()}
      >
        {t('document.print.button')}
      </Button>
      {printers.length > 1 ? (
        <NativeSelect
          aria-label={t('document.print.where')}
          value={String(tillId)}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={printers.map((each) => ({ value: String(each.tillId), label: each.tillName }))}
        />
      ) : null}
      <FailureAlert failure={print.failure} isUnanswered={print.isUnanswered} />
    </div>
  );
}
