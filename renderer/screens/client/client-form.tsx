import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../connection/use-command.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Page, Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { goBack, goTo } from '../../shell/router.ts';
import type { AccountRead } from './account.tsx';
import classes from './client.module.css';
import { NewPeople } from './new-people.tsx';
import { EMPTY_PERSON, type PersonDraft, personOf } from './person-fields.tsx';

type ClientRead = AccountRead['client'];
type Text = 'name' | 'phone' | 'email' | 'cardNumber' | 'address' | 'note';

interface ClientFormProps {
  /** Absent: a new account. */
  readonly client?: ClientRead;
  readonly startName: string;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Opens an account with its people, or changes how it is called and reached. */
export function ClientForm({ client, startName }: ClientFormProps) {
  const { t } = useWords();
  const organisation = useOrganisation();
  const open = useCommand('client.open');
  const change = useCommand('client.change', String(client?.clientId ?? 0));
  const used = client ? change : open;
  const [kind, setKind] = useState<'household' | 'corporate'>('household');
  const [chosenLanguage, setLanguage] = useState<'fr' | 'en' | null>(client?.language ?? null);
  const language = chosenLanguage ?? organisation?.language ?? 'fr';
  const [people, setPeople] = useState<readonly PersonDraft[]>(
    client ? [] : [{ ...EMPTY_PERSON, isOwner: true }],
  );
  const [wasTried, setTried] = useState(false);
  const [form, setForm] = useState<Record<Text, string>>({
    name: client?.name ?? startName,
    phone: client?.phone ?? '',
    email: client?.email ?? '',
    cardNumber: client?.cardNumber ?? '',
    address: client?.address ?? '',
    note: client?.note ?? '',
  });
  const field = (key: Text) => ({
    label: t(`client.form.${key}`),
    value: form[key],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((now) => ({ ...now, [key]: value }));
    },
  });
  const nameError = form.name.trim() ? null : t('client.form.missing');
  const emailError = !form.email.trim() || EMAIL.test(form.email.trim()) ? null : t('client.form.emailWrong');
  // An empty row is nobody; a started one needs its given name
  const started = people.filter((person) =>
    Object.values(personOf(person)).some((value) => value && value !== true),
  );
  const hasNameless = started.some((person) => !person.givenName.trim());

  const save = async () => {
    setTried(true);
    if (!used.isUnanswered && (nameError || emailError || hasNameless)) return;
    const { cardNumber, ...texts } = form;
    const details = { ...texts, language, ...(cardNumber.trim() ? { cardNumber } : {}) };
    if (client) {
      if (await change.run({ clientId: client.clientId, ...details })) goTo('client', client.clientId);
    } else {
      const done = await open.run({ kind, ...details, people: started.map(personOf) });
      if (done) goTo('client', done.clientId);
    }
  };

  return (
    <Page title={t(client ? 'client.form.editTitle' : 'client.form.newTitle')} lead={client?.number}>
      <div className={classes.form}>
        <Panel>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput
              {...field('name')}
              placeholder={t('client.form.nameHint')}
              error={wasTried ? nameError : null}
              autoFocus
              required
            />
            {!client && (
              <NativeSelect
                label={t('client.form.kind')}
                value={kind}
                data={(['household', 'corporate'] as const).map((value) => ({
                  value,
                  label: t(`client.kind.${value}`),
                }))}
                onChange={(event) =>
                  setKind(event.currentTarget.value === 'corporate' ? 'corporate' : 'household')
                }
              />
            )}
            <TextInput {...field('phone')} inputMode="tel" />
            <TextInput {...field('email')} inputMode="email" error={wasTried ? emailError : null} />
            <TextInput data-takes-scan {...field('cardNumber')} />
            <NativeSelect
              label={t('client.form.language')}
              value={language}
              data={[
                { value: 'fr', label: t('signIn.first.french') },
                { value: 'en', label: t('signIn.first.english') },
              ]}
              onChange={(event) => setLanguage(event.currentTarget.value === 'en' ? 'en' : 'fr')}
            />
            <TextInput {...field('address')} />
            <Textarea {...field('note')} />
          </SimpleGrid>
        </Panel>
        {!client && <NewPeople people={people} onChange={setPeople} wasTried={wasTried && hasNameless} />}
        <FailureAlert failure={used.failure} isUnanswered={used.isUnanswered} />
        <ConfirmBar
          label={client ? t('shell.save') : t('client.form.open')}
          onConfirm={() => void save()}
          isRunning={used.isRunning}
          isUnanswered={used.isUnanswered}
          onBack={goBack}
          backLabel={t('shell.cancel')}
        />
      </div>
    </Page>
  );
}
