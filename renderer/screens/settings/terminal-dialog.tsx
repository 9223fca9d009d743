import { Radio, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import {
  IntegratedFields,
  isPlaced,
  NEW_PLACE,
  refusedPlaceFields,
  trimmedPlace,
} from './integrated-fields.tsx';
import { SaveActions } from './save-actions.tsx';
import classes from './settings.module.css';
import type { TerminalRow } from './tills-page.tsx';

interface Props {
  row: TerminalRow | null;
  onClose: () => void;
  /** An integrated terminal was added: its key comes next. */
  onIntegrated: (terminalId: number) => void;
}

/** A terminal: its name at the desk, the number its slips print, and where an integrated one is found. */
export function TerminalDialog({ row, onClose, onIntegrated }: Props) {
  const { t, i18n } = useWords();
  const [kind, setKind] = useState<TerminalRow['driver']>(row?.driver ?? 'standalone');
  const [name, setName] = useState(row?.name ?? '');
  const [deviceNumber, setDeviceNumber] = useState(row?.deviceNumber ?? '');
  const [active, setActive] = useState(row?.active ?? true);
  const [place, setPlace] = useState(row?.driver === 'nexo' ? row : NEW_PLACE);
  const add = useCommand('terminal.add');
  const change = useCommand('terminal.change', String(row?.terminalId ?? 0));
  const command = row ? change : add;
  const isReady = name.trim() !== '' && (kind === 'standalone' || isPlaced(place));
  const isBeside = Object.keys(refusedPlaceFields(command.failure)).length > 0;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const integrated = kind === 'nexo' ? { integrated: trimmedPlace(place) } : {};
    if (row) {
      const input = { terminalId: row.terminalId, name, deviceNumber, active, ...integrated };
      if (await change.run(input)) onClose();
      return;
    }
    const added = await add.run({ name, ...(deviceNumber.trim() ? { deviceNumber } : {}), ...integrated });
    if (!added) return;
    if (kind === 'nexo') onIntegrated(added.terminalId);
    else onClose();
  };
  return (
    <Dialog onClose={onClose} title={row ? row.name : t('settings.tills.addTerminal')} size="lg">
      <form className={classes.stack} onSubmit={(event) => void save(event)}>
        {row ? null : (
          <Radio.Group
            label={t('terminalSettings.kind')}
            value={kind}
            onChange={(value) => setKind(value === 'nexo' ? 'nexo' : 'standalone')}
          >
            <Stack gap={8} mt={6}>
              {(['standalone', 'nexo'] as const).map((value) => (
                <Radio
                  key={value}
                  size="md"
                  value={value}
                  label={t(`terminalSettings.${value}`)}
                  description={t(`terminalSettings.${value}Help`)}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <TextInput
          data-autofocus
          required
          label={t('settings.tills.name')}
          maxLength={200}
          value={name}
          error={problemOf(i18n, command.failure, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {kind === 'nexo' ? (
          <IntegratedFields place={place} failure={command.failure} onChange={setPlace} />
        ) : null}
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
            label={t('terminalSettings.retire')}
            description={t('terminalSettings.retireHelp')}
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
        ) : null}
        {isBeside ? null : <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />}
        <SaveActions isRunning={command.isRunning} disabled={!isReady} onClose={onClose} />
      </form>
    </Dialog>
  );
}
