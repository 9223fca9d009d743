import { Alert, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { batchNetMinor } from '../../../shared/domain/batch-slip.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import { BatchBrands } from './batch-brands.tsx';
import { BatchDifferences } from './batch-differences.tsx';
import { type BatchDraft, brandTotals, countText, EMPTY_BATCH, totalsOf } from './batch-draft.ts';
import classes from './till.module.css';

/** Counts and sums as the slip prints them; what the ledger counts is not shown before, so that nobody copies it. */
export function BatchForm({ terminalId, batchDate }: { terminalId: number; batchDate: string }) {
  const { t } = useWords();
  const [draft, setDraft] = useState<BatchDraft>(EMPTY_BATCH);
  const [told, setTold] = useState<OutputOf<'batchSlip.record'> | null>(null);
  const record = useCommand('batchSlip.record', `${terminalId} ${batchDate}`);
  const change = (changed: Partial<BatchDraft>) => {
    record.clearFailure();
    setTold(null);
    setDraft({ ...draft, ...changed });
  };
  const totals = totalsOf(draft);
  const send = async () => {
    if (!totals) return;
    const batchNumber = draft.batchNumber.trim();
    setTold(
      await record.run({
        terminalId,
        batchDate,
        ...totals,
        ...(batchNumber ? { batchNumber } : {}),
        ...(draft.brands.length > 0 ? { brands: draft.brands.map(brandTotals) } : {}),
      }),
    );
  };
  const count = (field: 'salesCount' | 'refundsCount') => (
    <TextInput
      inputMode="numeric"
      label={t(`batchSlip.${field}`)}
      maxLength={5}
      value={draft[field]}
      disabled={record.isUnanswered}
      onChange={(event) => change({ [field]: countText(event.currentTarget.value) })}
    />
  );
  return (
    <div className={classes.stack}>
      <div className={classes.halves}>
        {count('salesCount')}
        <MoneyField
          label={t('batchSlip.salesSum')}
          value={draft.salesMinor}
          disabled={record.isUnanswered}
          onChange={(minor) => change({ salesMinor: minor })}
        />
        {count('refundsCount')}
        <MoneyField
          label={t('batchSlip.refundsSum')}
          value={draft.refundsMinor}
          disabled={record.isUnanswered}
          onChange={(minor) => change({ refundsMinor: minor })}
        />
      </div>
      <TextInput
        label={t('batchSlip.number')}
        maxLength={60}
        value={draft.batchNumber}
        disabled={record.isUnanswered}
        onChange={(event) => change({ batchNumber: event.currentTarget.value })}
      />
      <BatchBrands
        brands={draft.brands}
        isLocked={record.isUnanswered}
        onChange={(brands) => change({ brands })}
      />
      <p className={classes.soft}>{t('batchSlip.hidden')}</p>
      <FailureAlert failure={record.failure} isUnanswered={record.isUnanswered} />
      <div role="status">
        {told?.state === 'accepted' && totals ? (
          <Alert color="teal" variant="light">
            {t('batchSlip.accepted', { net: batchNetMinor(totals) })}
          </Alert>
        ) : null}
        {told?.state === 'differs' ? (
          <Alert color="amber" variant="light" title={t('batchSlip.differs')}>
            <p>{t('batchSlip.differsLead')}</p>
            <BatchDifferences differences={told.differences} />
          </Alert>
        ) : null}
      </div>
      <ConfirmBar
        label={t('batchSlip.submit')}
        disabled={!totals || told !== null}
        isRunning={record.isRunning}
        isUnanswered={record.isUnanswered}
        onConfirm={() => void send()}
      />
    </div>
  );
}
