import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { isCalendarDate } from '../../../shared/domain/local-time.ts';
import { sumMinor } from '../../../shared/domain/money.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ChangeMethod } from '../../parts/change-method.tsx';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './plan.module.css';
import type { PlannedItem } from './plan-dialog.tsx';
import type { PlanRead } from './planned-table.tsx';

interface DraftRow {
  readonly key: number;
  readonly dueDate: string;
  readonly amountMinor: number | null;
}

interface ChangePlanProps {
  readonly clientId: number;
  readonly item: PlannedItem;
  readonly plan: PlanRead;
  readonly onClose: () => void;
}

/** Other dates and amounts for an item; what is missing or too much is said before anything is sent (domain.md B11). */
export function ChangePlan({ clientId, item, plan, onClose }: ChangePlanProps) {
  const { t } = useWords();
  const free = plan.payments.filter(({ state }) => state === 'planned' || state === 'failed');
  const underWay = plan.payments.filter(({ state }) => state === 'processing' || state === 'retried');
  const toPlanMinor = item.owedMinor - sumMinor(underWay.map((row) => row.amountMinor));
  const [rows, setRows] = useState<readonly DraftRow[]>(() =>
    free.map(({ plannedPaymentId, dueDate, amountMinor }) => ({
      key: plannedPaymentId,
      dueDate,
      amountMinor,
    })),
  );
  const [reason, setReason] = useState('');
  const change = useCommand('plan.change', String(item.itemId));
  const end = useCommand('plan.end', String(item.itemId));
  const missingMinor = toPlanMinor - sumMinor(rows.map((row) => row.amountMinor ?? 0));
  const isRight =
    missingMinor === 0 &&
    rows.every((row) => isCalendarDate(row.dueDate.trim()) && (row.amountMinor ?? 0) > 0);
  const set = (key: number, next: Partial<DraftRow>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...next } : row)));
  const add = () =>
    setRows([
      ...rows,
      {
        key: Math.max(0, ...rows.map((row) => row.key)) + 1,
        dueDate: rows.at(-1)?.dueDate ?? '',
        amountMinor: missingMinor > 0 ? missingMinor : null,
      },
    ]);
  const save = async () => {
    const payments = rows.map((row) => ({ dueDate: row.dueDate.trim(), amountMinor: row.amountMinor ?? 0 }));
    if (await change.run({ itemId: item.itemId, payments })) onClose();
  };
  const endAll = async () => {
    if (await end.run({ itemId: item.itemId, reason: reason.trim() })) onClose();
  };
  const words =
    missingMinor === 0 ? 'plan.change.right' : missingMinor > 0 ? 'plan.change.missing' : 'plan.change.over';
  return (
    <div className={classes.stack}>
      <p className={classes.soft}>{t('plan.change.lead', { amount: toPlanMinor })}</p>
      {rows.map((row, index) => (
        <div key={row.key} className={classes.row}>
          <TextInput
            label={t('plan.change.dateOf', { row: index + 1 })}
            placeholder={t('plan.make.dateHint')}
            inputMode="numeric"
            maxLength={10}
            value={row.dueDate}
            error={isCalendarDate(row.dueDate.trim()) ? null : t('plan.make.dateHint')}
            onChange={(event) => set(row.key, { dueDate: event.currentTarget.value })}
          />
          <MoneyField
            label={t('plan.change.amountOf', { row: index + 1 })}
            value={row.amountMinor}
            onChange={(amountMinor) => set(row.key, { amountMinor })}
          />
          <ActionIcon
            size={44}
            variant="subtle"
            color="dark"
            disabled={rows.length === 1}
            aria-label={t('plan.change.remove', { row: index + 1 })}
            onClick={() => setRows(rows.filter((each) => each.key !== row.key))}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={add}>
        {t('plan.change.add')}
      </Button>
      <p className={classes.sum} data-wrong={missingMinor !== 0 || undefined} role="status">
        {t(words, { amount: Math.abs(missingMinor) })}
      </p>
      <FailureAlert
        failure={change.failure ?? end.failure}
        isUnanswered={change.isUnanswered || end.isUnanswered}
      />
      <ConfirmBar
        inDialog
        label={t('plan.change.confirm')}
        disabled={!isRight}
        isRunning={change.isRunning}
        isUnanswered={change.isUnanswered}
        onConfirm={() => void save()}
        onBack={onClose}
      />
      <ChangeMethod clientId={clientId} scope={{ itemId: item.itemId }} onDone={onClose} />
      <div className={classes.ends}>
        <TextInput
          label={t('plan.change.reason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={end.isRunning}
          onClick={() => void endAll()}
        >
          {t('plan.change.end')}
        </Button>
      </div>
    </div>
  );
}
