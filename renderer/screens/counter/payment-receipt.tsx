import { paymentPaper } from '../../../shared/document/payment-paper.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { usePayments } from '../../connection/use-payments.ts';
import { PaperView } from '../../parts/paper-view.tsx';
import { PdfButton } from '../../parts/pdf-button.tsx';
import { PrintButton } from '../../parts/print-button.tsx';

/** The receipt of money taken for items that were billed before: what each of them got. */
export function PaymentReceipt({ paymentIds }: { paymentIds: readonly number[] }) {
  const organisation = useOrganisation();
  const [first, ...others] = usePayments(paymentIds) ?? [];
  if (!organisation || !first) return null;
  const number = [first, ...others].map((payment) => payment.number).join(', ');
  const paper = paymentPaper({ organisation, copy: 0, payments: [first, ...others] });
  return (
    <>
      <PaperView paper={paper} />
      <PdfButton paper={paper} />
      <PrintButton kind="payment" number={number} />
    </>
  );
}
