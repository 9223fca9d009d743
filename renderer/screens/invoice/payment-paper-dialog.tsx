import type { OutputOf } from '../../../shared/contract/contract.ts';
import { paymentPaper } from '../../../shared/document/payment-paper.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { PaperDialog } from '../../parts/paper-dialog.tsx';

interface Props {
  payment: OutputOf<'payment.read'>;
  onClose: () => void;
}

/** The receipt of one payment as it would print again. */
export function PaymentPaperDialog({ payment, onClose }: Props) {
  const organisation = useOrganisation();
  if (!organisation) return null;
  const paper = paymentPaper({ organisation, copy: 0, payments: [payment] });
  return <PaperDialog paper={paper} number={payment.number} onClose={onClose} />;
}
