import { Button, Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../connection/use-read.ts';
import { useWords } from '../shell/language.ts';
import { Balance } from './balance.tsx';
import classes from './client-picker.module.css';

const SHOWN = 8;
const TYPING_MS = 120;

interface ClientPickerProps {
  readonly onPick: (clientId: number) => void;
  readonly onCancel?: () => void;
  readonly autoFocus?: boolean;
}

/** Finds a named client by any part of a name, phone, e-mail or card: type, arrows, Enter. */
export function ClientPicker({ onPick, onCancel, autoFocus = false }: ClientPickerProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useRead('client.find', { text, limit: SHOWN }, { enabled: text !== '', keepPrevious: true });
  const clients =
    text === ''
      ? []
      : (found.data?.clients ?? []).filter((client) => client.kind !== 'walk-in' && !client.archived);
  const combobox = useCombobox();
  return (
    <div className={classes.picker}>
      <Combobox
        store={combobox}
        onOptionSubmit={(value) => {
          onPick(Number(value));
          combobox.closeDropdown();
        }}
      >
        <Combobox.Target>
          <TextInput
            className={classes.field}
            aria-label={t('shell.client.find')}
            placeholder={t('shell.client.placeholder')}
            leftSection={<IconSearch size={18} aria-hidden="true" />}
            value={typed}
            autoFocus={autoFocus}
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.selectFirstOption();
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && onCancel) {
                event.preventDefault();
                onCancel();
              }
              // A fast typist's Enter comes before the list has drawn its first choice
              if (event.key === 'Enter' && combobox.getSelectedOptionIndex() === -1 && clients[0]) {
                event.preventDefault();
                onPick(clients[0].clientId);
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text === ''}>
          <Combobox.Options aria-label={t('shell.client.find')}>
            {clients.length === 0 && <Combobox.Empty>{t('shell.client.none')}</Combobox.Empty>}
            {clients.map((client) => (
              <Combobox.Option
                key={client.clientId}
                value={String(client.clientId)}
                className={classes.option}
              >
                <span className={classes.words}>
                  <strong>{client.name}</strong>
                  <small>
                    {[client.number, client.people.join(', '), client.phone].filter(Boolean).join(' · ')}
                  </small>
                </span>
                <Balance minor={client.balanceMinor} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      {onCancel && (
        <Button variant="subtle" onClick={onCancel}>
          {t('shell.cancel')}
        </Button>
      )}
    </div>
  );
}
