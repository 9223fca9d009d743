import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ConfirmBar } from '../../parts/confirm-bar.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';

/** Voids a cash or cheque payment whole, in its own session, with a reason (settled.md 35). */
export function VoidDialog({ payment, onClose }: { payment: OutputOf<'payment.read'>; onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const command = useCommand('payment.void', String(payment.paymentId));
  const send = async () => {
    if (await command.run({ paymentId: payment.paymentId, reason: reason.trim() })) onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('invoice.payments.voidTitle', { number: payment.number })}>
      <div className={classes.stack}>
        <p>
          {t(payment.method === 'cheque' ? 'invoice.payments.voidLeadCheque' : 'invoice.payments.voidLead', {
            amount: payment.amountMinor + payment.roundingMinor,
          })}
        </p>
        <TextInput
          data-autofocus
          required
          label={t('invoice.payments.voidReason')}
          maxLength={200}
          disabled={command.isUnanswered}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <FailureAlert failure={command.failure} isUnanswered={command.isUnanswered} />
        <ConfirmBar
          inDialog
          label={t('invoice.payments.voidSubmit')}
          disabled={reason.trim() === ''}
          isRunning={command.isRunning}
          isUnanswered={command.isUnanswered}
          onConfirm={() => void send()}
          onBack={onClose}
        />
      </div>
    </Dialog>
  );
}
