import { Button, NativeSelect, NumberInput, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { useRead } from '../../connection/use-read.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { Panel } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';
import { SavedNotice } from './saved-notice.tsx';
import classes from './settings.module.css';

type Rule = OutputOf<'paymentRule.read'>;
const MODES = ['none', 'warn', 'block'] as const;

/** What the desk does about a client who is overdue, and about a sale that is not paid whole (settled.md 59). */
export function PaymentRulePage() {
  const { data, failure } = useRead('paymentRule.read', {});
  if (failure) return <FailureAlert failure={failure} />;
  return data ? <PaymentRuleForm rule={data} /> : null;
}

function PaymentRuleForm({ rule }: { rule: Rule }) {
  const { t } = useWords();
  const [form, setForm] = useState(rule);
  const [isSaved, setSaved] = useState(false);
  const command = useCommand('paymentRule.change');
  const change = (part: Partial<Rule>) => {
    setForm({ ...form, ...part });
    setSaved(false);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await command.run(form)) setSaved(true);
  };
  const isOff = form.unpaidBalance === 'none';
  return (
    <Panel>
      <form className={classes.stack} onSubmit={(event) => void save(event)}>
        <NativeSelect
          label={t('rebate.rule.unpaid')}
          description={t(`rebate.rule.modeHelp.${form.unpaidBalance}`)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={form.unpaidBalance}
          data={MODES.map((mode) => ({ value: mode, label: t(`rebate.rule.mode.${mode}`) }))}
          onChange={(event) => change({ unpaidBalance: event.currentTarget.value as Rule['unpaidBalance'] })}
        />
        <div className={classes.grid}>
          <NumberInput
            label={t('rebate.rule.days')}
            min={0}
            max={999}
            hideControls
            disabled={isOff}
            value={form.overdueDays}
            onChange={(days) => change({ overdueDays: Number(days) || 0 })}
          />
          <MoneyField
            label={t('rebate.rule.amount')}
            disabled={isOff}
            value={form.overdueMinor}
            onChange={(minor) => change({ overdueMinor: minor ?? 0 })}
          />
        </div>
        <p className={classes.soft}>{t('rebate.rule.planned')}</p>
        <Switch
          size="md"
          label={t('rebate.rule.full')}
          description={t('rebate.rule.fullHelp')}
          checked={form.fullPayment}
          onChange={(event) => change({ fullPayment: event.currentTarget.checked })}
        />
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <div className={classes.row}>
          <Button type="submit" loading={command.isRunning}>
            {t('settings.save')}
          </Button>
          <SavedNotice words={isSaved ? t('settings.saved') : null} />
        </div>
      </form>
    </Panel>
  );
}
