import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { RETURN_REASONS, type ReturnReason } from '../../../shared/domain/payment-return.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { MoneyField } from '../../parts/money-field.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';

/** A bank took a cheque or an eCheck back: its items are owed again, and a fee may be billed (domain.md B19). */
export function ReturnDialog({
  payment,
  onClose,
}: {
  payment: OutputOf<'payment.read'>;
  onClose: () => void;
}) {
  const { t } = useWords();
  const { paymentId, number, amountMinor } = payment;
  const [reason, setReason] = useState<ReturnReason>('nsf');
  const [feeMinor, setFee] = useState<number | null>(null);
  const command = useCommand('payment.return', String(paymentId));
  const send = async () => {
    const fee = feeMinor === null || feeMinor === 0 ? {} : { fee: { amountMinor: feeMinor } };
    if (await command.run({ paymentId, reason, ...fee })) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('gateway.returned.title')}>
      <div className={classes.stack}>
        <p>{t('gateway.returned.lead', { number, amount: amountMinor })}</p>
        <NativeSelect
          data-autofocus
          label={t('gateway.returned.reason')}
          disabled={command.isUnanswered}
          value={reason}
          data={RETURN_REASONS.map((value) => ({ value, label: t(`gateway.returned.reasons.${value}`) }))}
          onChange={(event) => setReason(event.currentTarget.value as ReturnReason)}
        />
        <MoneyField
          label={t('gateway.returned.fee')}
          description={t('gateway.returned.feeHint')}
          value={feeMinor}
          onChange={setFee}
        />
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('gateway.returned.confirm')}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
