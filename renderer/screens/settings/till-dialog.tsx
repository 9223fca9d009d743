import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import { SaveActions } from './save-actions.tsx';
import classes from './settings.module.css';
import type { TerminalRow, TillRow } from './tills-page.tsx';

interface Props {
  row: TillRow | null;
  terminals: readonly TerminalRow[];
  onClose: () => void;
}

/** A drawer's name, its usual terminal, and whether it is in use. */
export function TillDialog({ row, terminals, onClose }: Props) {
  const { t, i18n } = useWords();
  const [name, setName] = useState(row?.name ?? '');
  const [terminalId, setTerminalId] = useState(row?.terminalId ? String(row.terminalId) : '');
  const [active, setActive] = useState(row?.active ?? true);
  const add = useCommand('till.add');
  const change = useCommand('till.change', String(row?.tillId ?? 0));
  const command = row ? change : add;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const input = { name, ...(terminalId ? { terminalId: Number(terminalId) } : {}) };
    const answer = row ? await change.run({ tillId: row.tillId, active, ...input }) : await add.run(input);
    if (answer) onClose();
  };
  return (
    <Dialog onClose={onClose} title={row ? row.name : t('settings.tills.addTill')}>
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
        <NativeSelect
          label={t('settings.tills.terminal')}
          value={terminalId}
          onChange={(event) => setTerminalId(event.currentTarget.value)}
          data={[
            { value: '', label: t('settings.tills.noTerminal') },
            ...terminals
              .filter((terminal) => terminal.active || String(terminal.terminalId) === terminalId)
              .map((terminal) => ({ value: String(terminal.terminalId), label: terminal.name })),
          ]}
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
        <SaveActions isRunning={command.isRunning} disabled={name.trim() === ''} onClose={onClose} />
      </form>
    </Dialog>
  );
}
