import { Button, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import classes from './settings.module.css';
import type { TerminalRow } from './tills-page.tsx';

/** A stand-alone terminal: its name at the desk and the number its slips print. */
export function TerminalDialog({ row, onClose }: { row: TerminalRow | null; onClose: () => void }) {
  const { t, i18n } = useWords();
  const [name, setName] = useState(row?.name ?? '');
  const [deviceNumber, setDeviceNumber] = useState(row?.deviceNumber ?? '');
  const [active, setActive] = useState(row?.active ?? true);
  const add = useCommand('terminal.add');
  const change = useCommand('terminal.change', String(row?.terminalId ?? 0));
  const command = row ? change : add;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const answer = row
      ? await change.run({ terminalId: row.terminalId, name, deviceNumber, active })
      : await add.run({ name, ...(deviceNumber.trim() ? { deviceNumber } : {}) });
    if (answer) onClose();
  };
  return (
    <Dialog onClose={onClose} title={row ? row.name : t('settings.tills.addTerminal')}>
      <form className={classes.stack} onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          required
          label={t('settings.tills.name')}
          maxLength={200}
          value={name}
          error={problemOf(i18n, command.failure, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('settings.tills.deviceNumber')}
          description={t('settings.tills.deviceHelp')}
          maxLength={60}
          value={deviceNumber}
          error={problemOf(i18n, command.failure, 'deviceNumber')}
          onChange={(event) => setDeviceNumber(event.currentTarget.value)}
        />
        {row ? (
          <Switch
            size="md"
            label={t('settings.active')}
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
        ) : null}
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <div className={classes.actions}>
          <Button variant="default" onClick={onClose}>
            {t('settings.cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={command.isRunning}>
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
