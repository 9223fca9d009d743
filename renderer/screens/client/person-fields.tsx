import { Checkbox, SimpleGrid, TextInput } from '@mantine/core';
import { useWords } from '../../shell/language.ts';

export interface PersonDraft {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly isOwner: boolean;
}

export const EMPTY_PERSON: PersonDraft = { givenName: '', familyName: '', birthDate: '', isOwner: false };

/** The person as the contract takes it; empty fields are left out. */
export function personOf(draft: PersonDraft) {
  return {
    givenName: draft.givenName.trim(),
    ...(draft.familyName.trim() ? { familyName: draft.familyName.trim() } : {}),
    ...(draft.birthDate ? { birthDate: draft.birthDate } : {}),
    isOwner: draft.isOwner,
  };
}

interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly onChange: (draft: PersonDraft) => void;
  readonly wasTried: boolean;
  readonly autoFocus?: boolean;
}

export function PersonFields({ draft, onChange, wasTried, autoFocus = false }: PersonFieldsProps) {
  const { t } = useWords();
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
      <TextInput
        label={t('client.form.givenName')}
        value={draft.givenName}
        onChange={(event) => onChange({ ...draft, givenName: event.currentTarget.value })}
        error={wasTried && !draft.givenName.trim() ? t('client.form.missing') : null}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        autoComplete="off"
        required
      />
      <TextInput
        label={t('client.form.familyName')}
        value={draft.familyName}
        onChange={(event) => onChange({ ...draft, familyName: event.currentTarget.value })}
        autoComplete="off"
      />
      <TextInput
        type="date"
        label={t('client.form.birthDate')}
        value={draft.birthDate}
        onChange={(event) => onChange({ ...draft, birthDate: event.currentTarget.value })}
      />
      <Checkbox
        mt="xl"
        label={t('client.form.isOwner')}
        checked={draft.isOwner}
        onChange={(event) => onChange({ ...draft, isOwner: event.currentTarget.checked })}
      />
    </SimpleGrid>
  );
}
