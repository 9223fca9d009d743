import { ActionIcon } from '@mantine/core';
import { IconEdit } from '@tabler/icons-react';
import { formatDate } from '../../../shared/i18n/format.ts';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import type { AccountRead, Person } from './account.tsx';
import classes from './client.module.css';

interface PeopleProps {
  readonly account: AccountRead;
  readonly onEdit: (person: Person) => void;
}

export function People({ account, onEdit }: PeopleProps) {
  const { t, language } = useWords();
  const { people } = account.client;
  return (
    <Panel title={t('client.people')}>
      {people.length === 0 && <p className={classes.soft}>{t('client.noPeople')}</p>}
      <ul className={classes.list}>
        {people.map((person) => {
          const name = [person.givenName, person.familyName].filter(Boolean).join(' ');
          const details = [
            person.birthDate && formatDate(person.birthDate, language),
            person.isOwner && t('client.owner'),
            ...person.tags,
          ];
          return (
            <li key={person.personId}>
              <span className={classes.words}>
                {name}
                <span className={classes.under}>{details.filter(Boolean).join(' · ')}</span>
              </span>
              <ActionIcon
                color="dark"
                aria-label={`${t('client.personEditTitle')} : ${name}`}
                onClick={() => onEdit(person)}
              >
                <IconEdit size={18} aria-hidden="true" />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
