import { Alert, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { batchNetMinor } from '../../../shared/domain/batch-slip.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import { BatchDifferences } from './batch-differences.tsx';
import classes from './till.module.css';

const EMPTY = { salesCount: '', salesMinor: null, refundsCount: '', refundsMinor: null, batchNumber: '' };

interface Draft {
  readonly salesCount: string;
  readonly salesMinor: number | null;
  readonly refundsCount: string;
  readonly refundsMinor: number | null;
  readonly batchNumber: string;
}

const countOf = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : null);

/** Counts and sums as the slip prints them; what the ledger counts is not shown before, so that nobody copies it. */
export function BatchForm({ terminalId, batchDate }: { terminalId: number; batchDate: string }) {
  const { t } = useWords();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [told, setTold] = useState<OutputOf<'batchSlip.record'> | null>(null);
  const record = useCommand('batchSlip.record', `${terminalId} ${batchDate}`);
  const change = (changed: Partial<Draft>) => {
    record.clearFailure();
    setTold(null);
    setDraft({ ...draft, ...changed });
  };
  const salesCount = countOf(draft.salesCount);
  const refundsCount = countOf(draft.refundsCount);
  const { salesMinor, refundsMinor } = draft;
  const isWhole =
    salesCount !== null && refundsCount !== null && salesMinor !== null && refundsMinor !== null;
  const send = async () => {
    if (!isWhole) return;
    const batchNumber = draft.batchNumber.trim();
    setTold(
      await record.run({
        terminalId,
        batchDate,
        salesCount,
        salesMinor,
        refundsCount,
        refundsMinor,
        ...(batchNumber ? { batchNumber } : {}),
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
      onChange={(event) => change({ [field]: event.currentTarget.value.replace(/\D/g, '') })}
    />
  );
  return (
    <div className={classes.stack}>
      <div className={classes.halves}>
        {count('salesCount')}
        <MoneyField
          label={t('batchSlip.salesSum')}
          value={salesMinor}
          disabled={record.isUnanswered}
          onChange={(minor) => change({ salesMinor: minor })}
        />
        {count('refundsCount')}
        <MoneyField
          label={t('batchSlip.refundsSum')}
          value={refundsMinor}
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
      <p className={classes.soft}>{t('batchSlip.hidden')}</p>
      <FailureAlert failure={record.failure} isUnanswered={record.isUnanswered} />
      <div role="status">
        {told?.state === 'accepted' && isWhole ? (
          <Alert color="teal" variant="light">
            {t('batchSlip.accepted', { net: batchNetMinor({ salesMinor, refundsMinor }) })}
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
        disabled={!isWhole || told !== null}
        isRunning={record.isRunning}
        isUnanswered={record.isUnanswered}
        onConfirm={() => void send()}
      />
    </div>
  );
}
