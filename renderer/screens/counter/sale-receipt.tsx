import { invoicePaper } from '../../../shared/document/invoice-paper.ts';
import { paymentIdsOf } from '../../../shared/document/payment-ids.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { usePayments } from '../../connection/use-payments.ts';
import { useRead } from '../../connection/use-read.ts';
import { PaperView } from '../../parts/paper-view.tsx';
import { PdfButton } from '../../parts/pdf-button.tsx';
import { PrintButton } from '../../parts/print-button.tsx';
import type { InvoiceRead } from '../invoice/item-table.tsx';

/** The receipt of a sale, from the invoice and the payments as they were written. */
export function SaleReceipt({ invoiceId }: { invoiceId: number }) {
  const invoice = useRead('invoice.read', { invoiceId }).data;
  return invoice ? <InvoiceReceipt invoice={invoice} /> : null;
}

function InvoiceReceipt({ invoice }: { invoice: InvoiceRead }) {
  const organisation = useOrganisation();
  const payments = usePayments(paymentIdsOf(invoice));
  if (!organisation || !payments) return null;
  const paper = invoicePaper({ kind: 'receipt', organisation, copy: 0, invoice, payments });
  return (
    <>
      <PaperView paper={paper} />
      <PdfButton paper={paper} />
      <PrintButton kind="receipt" number={invoice.number} />
    </>
  );
}
