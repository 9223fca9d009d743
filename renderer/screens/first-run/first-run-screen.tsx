import { Button, SegmentedControl, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract/contract.ts';
import { guichet } from '../../connection/guichet.ts';
import { signedIn } from '../../connection/session.ts';
import { useCommand } from '../../connection/use-command.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/page.tsx';
import { PinPad } from '../../parts/pin-pad.tsx';
import { currentLanguage, setLanguage, useWords } from '../../shell/language.ts';
import { LanguageSwitch } from '../../shell/top-bar.tsx';
import classes from './first-run.module.css';

const SHORTEST_PIN = 6;

const EMPTY = {
  name: '',
  address: '',
  phone: '',
  gstNumber: '',
  qstNumber: '',
  language: 'fr',
  administratorName: '',
  pin: '',
  again: '',
  tillName: '',
  terminalName: '',
};
type Form = typeof EMPTY;

function inputOf(form: Form, safeOpeningMinor: number | null): InputOf<'organisation.setUp'> {
  return {
    name: form.name,
    gstNumber: form.gstNumber,
    qstNumber: form.qstNumber,
    language: form.language === 'en' ? 'en' : 'fr',
    administrator: { name: form.administratorName, pin: form.pin },
    tillName: form.tillName,
    ...(form.address.trim() ? { address: form.address } : {}),
    ...(form.phone.trim() ? { phone: form.phone } : {}),
    ...(form.terminalName.trim() ? { terminalName: form.terminalName } : {}),
    ...(safeOpeningMinor === null ? {} : { safeOpeningMinor }),
  };
}

/** First start: the organisation, its administrator, a till and a terminal; then that person is signed in. */
export function FirstRunScreen() {
  const { t } = useWords();
  const setUp = useCommand('organisation.setUp');
  const [form, setForm] = useState<Form>(() => ({
    ...EMPTY,
    language: currentLanguage(),
    tillName: t('signIn.first.tillDefault'),
    terminalName: t('signIn.first.terminalDefault'),
  }));
  const [safeMinor, setSafeMinor] = useState<number | null>(null);
  const [wasTried, setTried] = useState(false);

  const missing = (key: keyof Form) => (wasTried && !form[key].trim() ? t('signIn.first.missing') : null);
  const pinError = form.pin.length < SHORTEST_PIN ? t('signIn.pinLength') : null;
  const againError = form.pin === form.again ? null : t('signIn.pinsDiffer');
  const field = (key: keyof Form, required = true) => ({
    value: form[key],
    required,
    error: required ? missing(key) : null,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((now) => ({ ...now, [key]: value }));
    },
  });

  const start = async () => {
    setTried(true);
    const needed: (keyof Form)[] = ['name', 'gstNumber', 'qstNumber', 'administratorName', 'tillName'];
    if (needed.some((key) => !form[key].trim()) || pinError || againError) return;
    const done = await setUp.run(inputOf(form, safeMinor));
    if (!done) return;
    const outcome = await guichet.call('staff.signIn', { staffId: done.staffId, pin: form.pin });
    if (!outcome.ok) return;
    const chosen = currentLanguage();
    signedIn(outcome.value);
    setLanguage(chosen);
  };

  return (
    <main className={classes.screen}>
      <div className={classes.top}>
        <div>
          <h1 className={classes.title}>{t('signIn.first.title')}</h1>
          <p className={classes.lead}>{t('signIn.first.lead')}</p>
        </div>
        <LanguageSwitch />
      </div>
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <Panel title={t('signIn.first.organisation')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput label={t('signIn.first.name')} autoComplete="organization" {...field('name')} />
            <TextInput label={t('signIn.first.phone')} {...field('phone', false)} />
            <TextInput
              label={t('signIn.first.gstNumber')}
              placeholder={t('signIn.first.gstHint')}
              {...field('gstNumber')}
            />
            <TextInput
              label={t('signIn.first.qstNumber')}
              placeholder={t('signIn.first.qstHint')}
              {...field('qstNumber')}
            />
            <TextInput label={t('signIn.first.address')} {...field('address', false)} />
            <div>
              <p className={classes.label} id="document-language">
                {t('signIn.first.language')}
              </p>
              <SegmentedControl
                fullWidth
                aria-labelledby="document-language"
                value={form.language}
                onChange={(language) => setForm((now) => ({ ...now, language }))}
                data={[
                  { value: 'fr', label: t('signIn.first.french') },
                  { value: 'en', label: t('signIn.first.english') },
                ]}
              />
            </div>
          </SimpleGrid>
        </Panel>
        <Panel title={t('signIn.first.administrator')}>
          <p className={classes.hint}>{t('signIn.first.administratorLead')}</p>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
            <TextInput label={t('signIn.first.administratorName')} {...field('administratorName')} />
            <PinPad
              label={`${t('signIn.pin')} (${t('signIn.pinHint')})`}
              value={form.pin}
              onChange={(pin) => setForm((now) => ({ ...now, pin }))}
              error={wasTried ? pinError : null}
              withKeys={false}
            />
            <PinPad
              label={t('signIn.repeatPin')}
              value={form.again}
              onChange={(again) => setForm((now) => ({ ...now, again }))}
              error={wasTried ? againError : null}
              withKeys={false}
            />
          </SimpleGrid>
        </Panel>
        <Panel title={t('signIn.first.desk')}>
          <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
            <TextInput label={t('signIn.first.tillName')} {...field('tillName')} />
            <TextInput
              label={t('signIn.first.terminalName')}
              description={t('signIn.first.terminalHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...field('terminalName', false)}
            />
            <MoneyField
              label={t('signIn.first.safe')}
              description={t('signIn.first.safeHint')}
              value={safeMinor}
              onChange={setSafeMinor}
            />
          </SimpleGrid>
        </Panel>
        <FailureAlert failure={setUp.failure} isUnanswered={setUp.isUnanswered} />
        <Button type="submit" size="lg" loading={setUp.isRunning} className={classes.start}>
          {t('signIn.first.start')}
        </Button>
      </form>
    </main>
  );
}
