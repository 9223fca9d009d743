import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useCommand } from '../../connection/use-command.ts';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { useWords } from '../../shell/language.ts';

/** Voids a cash or cheque payment whole, in its own session, with a reason (settled.md 35). */
export function VoidDialog({ payment, onClose }: { payment: OutputOf<'payment.read'>; onClose: () => void }) {
  const { t } = useWords();
  const command = useCommand('payment.void', String(payment.paymentId));
  const send = async (reason: string) => {
    if (await command.run({ paymentId: payment.paymentId, reason })) onClose();
  };
  return (
    <ReasonDialog
      title={t('invoice.payments.voidTitle', { number: payment.number })}
      lead={t(payment.method === 'cheque' ? 'invoice.payments.voidLeadCheque' : 'invoice.payments.voidLead', {
        amount: payment.amountMinor + payment.roundingMinor,
      })}
      reasonLabel={t('invoice.payments.voidReason')}
      confirmLabel={t('invoice.payments.voidSubmit')}
      command={command}
      onConfirm={(reason) => void send(reason)}
      onClose={onClose}
    />
  );
}
