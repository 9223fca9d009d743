import { Checkbox, FileInput, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure } from '../../../shared/i18n/describe-failure.ts';
import { ask } from '../../connection/ask.ts';
import { Refused } from '../../connection/refused.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './bulk.module.css';
import type { BulkForm } from './bulk-ask.ts';

const digits = (text: string) => text.replace(/\D/g, '').slice(0, 3);

interface BulkFieldsProps {
  readonly form: BulkForm;
  readonly onChange: (form: BulkForm) => void;
}

/** Whom a batch is about, how much each, and what the documents say. */
export function BulkFields({ form, onChange }: BulkFieldsProps) {
  const { t } = useWords();
  const set = (next: Partial<BulkForm>) => onChange({ ...form, ...next });
  return (
    <>
      <SegmentedControl
        aria-label={t('bulk.kind.label')}
        value={form.kind}
        data={(['credit', 'charge'] as const).map((value) => ({ value, label: t(`bulk.kind.${value}`) }))}
        onChange={(kind) => set({ kind: kind as BulkForm['kind'] })}
      />
      <WhoFields form={form} onChange={onChange} />
      <SegmentedControl
        aria-label={t('bulk.way.label')}
        value={form.way}
        data={(['amount', 'sessions'] as const).map((value) => ({ value, label: t(`bulk.way.${value}`) }))}
        onChange={(way) => set({ way: way as BulkForm['way'] })}
      />
      <div className={classes.pair}>
        {form.way === 'amount' ? (
          <MoneyField
            label={t('bulk.amount')}
            value={form.amountMinor}
            onChange={(amountMinor) => set({ amountMinor })}
          />
        ) : (
          <TextInput
            label={t('bulk.sessions')}
            description={t('bulk.sessionsHelp')}
            inputMode="numeric"
            value={form.sessions}
            onChange={(event) => set({ sessions: digits(event.currentTarget.value) })}
          />
        )}
        <NativeSelect
          label={t('bulk.tax.label')}
          value={form.taxMode}
          data={(['added', 'included', 'waived'] as const).map((value) => ({
            value,
            label: t(`bulk.tax.${value}`),
          }))}
          onChange={(event) => set({ taxMode: event.currentTarget.value as BulkForm['taxMode'] })}
        />
      </div>
      <TextInput
        required
        label={t('bulk.words')}
        maxLength={200}
        value={form.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          required
          label={t('bulk.ledgerCode')}
          maxLength={20}
          value={form.ledgerCode}
          onChange={(event) => set({ ledgerCode: event.currentTarget.value })}
        />
        <TextInput
          required
          label={t('bulk.reason')}
          maxLength={200}
          value={form.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      </div>
      {form.kind === 'credit' ? (
        <Checkbox
          label={t('bulk.refundable')}
          checked={form.isRefundable}
          onChange={(event) => set({ isRefundable: event.currentTarget.checked })}
        />
      ) : null}
      <Checkbox
        label={t('bulk.again')}
        checked={form.again}
        onChange={(event) => set({ again: event.currentTarget.checked })}
      />
    </>
  );
}

function WhoFields({ form, onChange }: BulkFieldsProps) {
  const { t, language } = useWords();
  const [failure, setFailure] = useState<Failure | null>(null);
  const activities = useRead('product.find', { type: 'activity', limit: 1000 }).data?.products ?? [];
  const set = (next: Partial<BulkForm>) => onChange({ ...form, ...next });
  const readFile = async (file: File | null) => {
    setFailure(null);
    if (!file) return set({ personIds: null });
    try {
      const { people } = await ask('bulk.readPeople', { csv: await file.text() });
      set({ personIds: people.map(({ personId }) => personId), productId: null });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFailure(error.failure);
    }
  };
  return (
    <>
      <NativeSelect
        label={t('bulk.activity')}
        value={form.productId === null ? '' : String(form.productId)}
        disabled={form.personIds !== null}
        data={[
          { value: '', label: t('bulk.chooseActivity') },
          ...activities.map((product) => ({
            value: String(product.productId),
            label: t('bulk.registered', {
              name: pickName(product, language),
              count: product.registeredCount,
            }),
          })),
        ]}
        onChange={(event) =>
          set({ productId: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })
        }
      />
      <FileInput
        label={t('bulk.file')}
        description={
          form.personIds ? t('bulk.fileRead', { count: form.personIds.length }) : t('bulk.fileHelp')
        }
        accept=".csv,text/csv"
        clearable
        clearButtonProps={{ 'aria-label': t('shell.close') }}
        onChange={(file) => void readFile(file)}
      />
      <FailureAlert failure={failure} />
      <div className={classes.pair}>
        <div className={classes.pair}>
          <TextInput
            label={t('bulk.ageMinimum')}
            inputMode="numeric"
            value={form.ageMinimum}
            onChange={(event) => set({ ageMinimum: digits(event.currentTarget.value) })}
          />
          <TextInput
            label={t('bulk.ageMaximum')}
            inputMode="numeric"
            value={form.ageMaximum}
            onChange={(event) => set({ ageMaximum: digits(event.currentTarget.value) })}
          />
        </div>
        <TextInput
          label={t('bulk.tag')}
          maxLength={200}
          value={form.tag}
          onChange={(event) => set({ tag: event.currentTarget.value })}
        />
      </div>
    </>
  );
}
