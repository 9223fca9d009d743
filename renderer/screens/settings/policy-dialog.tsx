import { Button, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FEE_TAX_MODES, type FeeTaxMode } from '../../../shared/domain/cancellation-fee.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import { PolicyExample } from './policy-example.tsx';
import {
  formOf,
  inputOf,
  NEW_PERIOD,
  NEW_POLICY,
  type PolicyForm,
  type PolicyRead,
  periodProblem,
} from './policy-form.ts';
import { PolicyPeriod } from './policy-period.tsx';
import { SaveActions } from './save-actions.tsx';
import classes from './settings.module.css';

interface Props {
  policy: PolicyRead | null;
  /** What a new one starts from. */
  template: PolicyForm | null;
  onClose: () => void;
}

/** The editor of one policy: its periods, its fee, and what a course of 250.00 would give back. */
export function PolicyDialog({ policy, template, onClose }: Props) {
  const { t, i18n, language } = useWords();
  const [form, setForm] = useState<PolicyForm>(() => (policy ? formOf(policy) : (template ?? NEW_POLICY)));
  const [wasTried, setTried] = useState(false);
  const command = useCommand('policy.save', String(policy?.policyId ?? 0));
  const fees = useRead('customItem.find', { kind: 'fee' }).data?.customItems ?? [];
  const isNamed = form.nameFr.trim() !== '';
  const isSound = form.periods.every((_period, index) => periodProblem(form.periods, index) === null);
  const set = (change: Partial<PolicyForm>) => setForm({ ...form, ...change });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNamed || !isSound) {
      const editor = event.currentTarget as HTMLFormElement;
      // once the errors are drawn, the keyboard is on the first of them
      requestAnimationFrame(() => editor.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const answer = await command.run({ ...inputOf(form), ...(policy ? { policyId: policy.policyId } : {}) });
    if (answer) onClose();
  };

  return (
    <Dialog
      onClose={onClose}
      size={860}
      title={policy ? pickName(policy, language) : t('cancel.policies.add')}
    >
      <form className={classes.stack} noValidate onSubmit={(event) => void save(event)}>
        {policy ? <p className={classes.soft}>{t('cancel.policies.frozen')}</p> : null}
        {template ? <p className={classes.soft}>{t('cancel.policies.legal')}</p> : null}
        <div className={classes.grid}>
          <TextInput
            data-autofocus
            required
            label={t('cancel.policies.nameFr')}
            maxLength={200}
            value={form.nameFr}
            error={
              wasTried && !isNamed
                ? t('cancel.policies.nameNeeded')
                : problemOf(i18n, command.failure, 'nameFr')
            }
            onChange={(event) => set({ nameFr: event.currentTarget.value })}
          />
          <TextInput
            label={t('cancel.policies.nameEn')}
            maxLength={200}
            value={form.nameEn}
            onChange={(event) => set({ nameEn: event.currentTarget.value })}
          />
        </div>
        <p className={classes.soft}>{t('cancel.policies.periodsHelp')}</p>
        {form.periods.map((period, index) => (
          <PolicyPeriod
            // the place is what a period is: days may be typed over
            key={index}
            number={index + 1}
            period={period}
            problem={wasTried ? periodProblem(form.periods, index) : null}
            onChange={(changed) =>
              set({ periods: form.periods.map((each, place) => (place === index ? changed : each)) })
            }
            onRemove={() => set({ periods: form.periods.filter((_each, place) => place !== index) })}
          />
        ))}
        {form.periods.length < 10 ? (
          <div>
            <Button variant="default" onClick={() => set({ periods: [...form.periods, NEW_PERIOD] })}>
              {t('cancel.policies.addPeriod')}
            </Button>
          </div>
        ) : null}
        <div className={classes.grid}>
          <NativeSelect
            label={t('cancel.policies.feeItem')}
            value={String(form.customItemId ?? '')}
            data={[
              { value: '', label: t('cancel.policies.feeItemUsual') },
              ...fees.map((fee) => ({ value: String(fee.customItemId), label: pickName(fee, language) })),
            ]}
            onChange={(event) => set({ customItemId: Number(event.currentTarget.value) || null })}
          />
          <NativeSelect
            label={t('cancel.policies.tax')}
            value={form.taxMode}
            data={FEE_TAX_MODES.map((mode) => ({ value: mode, label: t(`cancel.fee.taxMode.${mode}`) }))}
            onChange={(event) => set({ taxMode: event.currentTarget.value as FeeTaxMode })}
          />
          <NativeSelect
            label={t('cancel.policies.destination')}
            value={form.destination}
            data={(['choose', 'account'] as const).map((each) => ({
              value: each,
              label: t(`cancel.policies.destinations.${each}`),
            }))}
            onChange={(event) => set({ destination: event.currentTarget.value as PolicyForm['destination'] })}
          />
          <Textarea
            label={t('cancel.policies.reasons')}
            description={t('cancel.policies.reasonsHelp')}
            autosize
            minRows={2}
            value={form.reasonsText}
            onChange={(event) => set({ reasonsText: event.currentTarget.value })}
          />
        </div>
        {isSound ? <PolicyExample form={form} /> : null}
        {policy ? (
          <Switch
            size="md"
            label={t('cancel.policies.active')}
            checked={form.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
        ) : null}
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <SaveActions isRunning={command.isRunning} onClose={onClose} />
      </form>
    </Dialog>
  );
}
