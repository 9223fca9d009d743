import { Button } from '@mantine/core';
import { IconTrash, IconUserPlus } from '@tabler/icons-react';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './client.module.css';
import { EMPTY_PERSON, type PersonDraft, PersonFields } from './person-fields.tsx';

interface NewPeopleProps {
  readonly people: readonly PersonDraft[];
  readonly onChange: (people: readonly PersonDraft[]) => void;
  readonly wasTried: boolean;
}

/** The people of an account being opened; more can be added to it later. */
export function NewPeople({ people, onChange, wasTried }: NewPeopleProps) {
  const { t } = useWords();
  return (
    <Panel title={t('client.form.people')}>
      {people.map((person, index) => (
        <fieldset key={index} className={classes.person}>
          <legend className={classes.legend}>{t('client.form.person', { number: index + 1 })}</legend>
          <PersonFields
            draft={person}
            wasTried={wasTried}
            onChange={(changed) => onChange(people.map((each, place) => (place === index ? changed : each)))}
          />
          {people.length > 1 && (
            <Button
              variant="subtle"
              color="dark"
              leftSection={<IconTrash size={17} aria-hidden="true" />}
              onClick={() => onChange(people.filter((_, place) => place !== index))}
            >
              {t('client.form.removePerson', { number: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconUserPlus size={18} aria-hidden="true" />}
        onClick={() => onChange([...people, EMPTY_PERSON])}
      >
        {t('client.form.addPerson')}
      </Button>
    </Panel>
  );
}
