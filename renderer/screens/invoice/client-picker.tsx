import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useRead } from '../../connection/use-read.ts';
import { useWords } from '../../shell/language.ts';

const TYPING_MS = 120;

/** Names the client who receives what a walk-in account may not keep (settled.md 11). */
export function ClientPicker({
  isLocked,
  onPick,
}: {
  isLocked: boolean;
  onPick: (id: number | null) => void;
}) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS);
  const found = useRead('client.find', { text: asked, limit: 20 }, { keepPrevious: true });
  const clients = (found.data?.clients ?? []).filter((client) => client.kind !== 'walk-in');
  return (
    <Select
      searchable
      clearable
      label={t('invoice.cancel.toClient')}
      description={t('invoice.cancel.toClientHelp')}
      disabled={isLocked}
      searchValue={text}
      onSearchChange={setText}
      // the service has already searched, by more than the name
      filter={({ options }) => options}
      data={clients.map((client) => ({
        value: String(client.clientId),
        label: `${client.name} · ${client.number}`,
      }))}
      onChange={(value) => onPick(value ? Number(value) : null)}
    />
  );
}
