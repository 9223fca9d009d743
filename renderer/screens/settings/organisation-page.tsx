import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatMonth } from '../../../shared/i18n/format.ts';
import { useCommand } from '../../connection/use-command.ts';
import { type OrganisationRead, useOrganisation } from '../../connection/use-organisation.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import { LogoPanel } from './logo-panel.tsx';
import { SavedNotice } from './saved-notice.tsx';
import classes from './settings.module.css';

/** Name, tax numbers and default language: what every document prints. */
export function OrganisationPage() {
  const organisation = useOrganisation();
  return organisation ? (
    <>
      <OrganisationForm organisation={organisation} />
      <LogoPanel />
    </>
  ) : null;
}

const FIELDS = ['name', 'address', 'phone', 'gstNumber', 'qstNumber'] as const;
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const REQUIRED: ReadonlySet<string> = new Set(['name', 'gstNumber', 'qstNumber']);

function OrganisationForm({ organisation }: { organisation: OrganisationRead }) {
  const { t, i18n, language: wordsLanguage } = useWords();
  const [form, setForm] = useState(() => ({
    name: organisation.name,
    address: organisation.address,
    phone: organisation.phone,
    gstNumber: organisation.gstNumber,
    qstNumber: organisation.qstNumber,
    language: organisation.language,
    fiscalMonth: organisation.fiscalMonth,
  }));
  const [isSaved, setSaved] = useState(false);
  const command = useCommand('organisation.change');
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setSaved(false);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await command.run(form)) setSaved(true);
  };
  const isComplete = FIELDS.every((field) => !REQUIRED.has(field) || form[field].trim() !== '');
  return (
    <Panel>
      <form className={classes.stack} onSubmit={(event) => void save(event)}>
        <div className={classes.grid}>
          {FIELDS.map((field) => (
            <TextInput
              key={field}
              className={field === 'name' || field === 'address' ? classes.whole : undefined}
              label={t(`settings.organisation.${field}`)}
              required={REQUIRED.has(field)}
              maxLength={200}
              disabled={command.isUnanswered}
              value={form[field]}
              error={
                problemOf(i18n, command.failure, field) ??
                (REQUIRED.has(field) && form[field].trim() === '' ? t('settings.required') : undefined)
              }
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
          <div>
            <div className={classes.strong}>{t('settings.organisation.language')}</div>
            <SegmentedControl
              aria-label={t('settings.organisation.language')}
              value={form.language}
              onChange={(language) => change({ language: language as 'fr' | 'en' })}
              data={[
                { value: 'fr', label: t('settings.organisation.french') },
                { value: 'en', label: t('settings.organisation.english') },
              ]}
            />
          </div>
          <Select
            label={t('settings.organisation.fiscalMonth')}
            allowDeselect={false}
            disabled={command.isUnanswered}
            value={String(form.fiscalMonth)}
            onChange={(month) => change({ fiscalMonth: Number(month) })}
            data={MONTHS.map((month) => ({ value: String(month), label: formatMonth(month, wordsLanguage) }))}
          />
          <div>
            <div className={classes.strong}>{t('settings.organisation.timeZone')}</div>
            <div>{organisation.timeZone}</div>
          </div>
        </div>
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <div className={classes.row}>
          <Button type="submit" disabled={!isComplete} loading={command.isRunning}>
            {t('settings.save')}
          </Button>
          <SavedNotice words={isSaved ? t('settings.saved') : null} />
        </div>
      </form>
    </Panel>
  );
}
