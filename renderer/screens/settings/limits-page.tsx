import { Button, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { problemOf } from './field-problem.ts';
import { SavedNotice } from './saved-notice.tsx';
import classes from './settings.module.css';

type Limits = OutputOf<'limit.read'>;

/** What a clerk may refund alone, and the desk's hours: above it another person approves. */
export function LimitsPage() {
  const { data, failure } = useRead('limit.read', {});
  if (failure) return <FailureAlert failure={failure} />;
  return data ? <LimitsForm limits={data} /> : null;
}

const AMOUNTS = ['refundMinor', 'refundDayMinor', 'refundClientMonthMinor'] as const;
const HOURS = ['opensAt', 'closesAt'] as const;

function LimitsForm({ limits }: { limits: Limits }) {
  const { t, i18n } = useWords();
  const [form, setForm] = useState<{ [K in keyof Limits]: Limits[K] | null }>(limits);
  const [isSaved, setSaved] = useState(false);
  const command = useCommand('limit.change');
  const change = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part });
    setSaved(false);
  };
  const { refundMinor, refundDayMinor, refundClientMonthMinor, opensAt, closesAt } = form;
  const isComplete =
    refundMinor !== null &&
    refundDayMinor !== null &&
    refundClientMonthMinor !== null &&
    form.rebateItemMinor !== null &&
    opensAt &&
    closesAt;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (isComplete && (await command.run(form as Limits))) setSaved(true);
  };
  return (
    <Panel>
      <form className={classes.stack} onSubmit={(event) => void save(event)}>
        <h2>{t('settings.limits.clerk')}</h2>
        <p className={classes.soft}>{t('settings.limits.clerkLead')}</p>
        <div className={classes.grid}>
          {AMOUNTS.map((field) => (
            <MoneyField
              key={field}
              label={t(`settings.limits.${field}`)}
              required
              value={form[field]}
              error={problemOf(i18n, command.failure, field)}
              onChange={(minor) => change({ [field]: minor })}
            />
          ))}
        </div>
        <h2>{t('rebate.rule.rebates')}</h2>
        <div className={classes.grid}>
          <NumberInput
            label={t('rebate.rule.rebatePercent')}
            min={0}
            max={100}
            decimalScale={2}
            suffix=" %"
            hideControls
            value={form.rebateItemBasisPoints === null ? '' : form.rebateItemBasisPoints / 100}
            onChange={(percent) => change({ rebateItemBasisPoints: Math.round(Number(percent) * 100) })}
          />
          <MoneyField
            label={t('rebate.rule.rebateAmount')}
            required
            value={form.rebateItemMinor}
            error={problemOf(i18n, command.failure, 'rebateItemMinor')}
            onChange={(minor) => change({ rebateItemMinor: minor })}
          />
        </div>
        <p className={classes.soft}>{t('settings.limits.others')}</p>
        <h2>{t('settings.limits.hours')}</h2>
        <p className={classes.soft}>{t('settings.limits.hoursLead')}</p>
        <div className={classes.grid}>
          {HOURS.map((field) => (
            <TextInput
              key={field}
              type="time"
              label={t(`settings.limits.${field}`)}
              required
              value={form[field] ?? ''}
              error={problemOf(i18n, command.failure, field)}
              onChange={(event) => change({ [field]: event.currentTarget.value })}
            />
          ))}
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
