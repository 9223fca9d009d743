import { Button, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../connection/use-read.ts';
import { ClientPicker } from '../../parts/client-picker.tsx';
import { useWords } from '../../shell/language.ts';
import type { ListedPerson } from './discount-form.ts';
import classes from './settings.module.css';

interface DiscountPeopleProps {
  readonly people: readonly ListedPerson[];
  readonly onChange: (people: readonly ListedPerson[]) => void;
}

/** The only people a rule is for, found by their account; nobody listed: it is for everybody (domain.md B6). */
export function DiscountPeople({ people, onChange }: DiscountPeopleProps) {
  const { t } = useWords();
  const [clientId, setClientId] = useState<number | null>(null);
  const account = useRead('client.read', { clientId: clientId ?? 1 }, { enabled: clientId !== null }).data;
  const without = (personId: number) => people.filter((each) => each.personId !== personId);
  const found =
    clientId === null
      ? []
      : (account?.client.people ?? []).map(({ personId, givenName, familyName }) => ({
          personId,
          personName: `${givenName} ${familyName}`.trim(),
          clientName: account?.client.name ?? '',
        }));
  return (
    <div className={classes.stack}>
      <div>
        <div className={classes.strong}>{t('discount.people.title')}</div>
        <p className={classes.soft}>{t('discount.people.help')}</p>
      </div>
      <ClientPicker onPick={setClientId} />
      {found.map((person) => (
        <Checkbox
          key={person.personId}
          label={t('discount.people.of', { name: person.personName, client: person.clientName })}
          checked={people.some(({ personId }) => personId === person.personId)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? [...without(person.personId), person] : without(person.personId),
            )
          }
        />
      ))}
      {people.length > 0 ? (
        <ul className={classes.chips} aria-label={t('discount.people.title')}>
          {people.map(({ personId, personName, clientName }) => {
            const name = t('discount.people.of', { name: personName, client: clientName });
            return (
              <li key={personId}>
                <Button
                  variant="default"
                  rightSection={<IconX size={16} aria-hidden="true" />}
                  aria-label={t('discount.people.remove', { name })}
                  onClick={() => onChange(without(personId))}
                >
                  {name}
                </Button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
