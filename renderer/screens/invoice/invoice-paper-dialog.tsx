import { invoicePaper } from '../../../shared/document/invoice-paper.ts';
import { paymentIdsOf } from '../../../shared/document/payment-ids.ts';
import { useOrganisation } from '../../connection/use-organisation.ts';
import { usePayments } from '../../connection/use-payments.ts';
import { PaperDialog } from '../../parts/paper-dialog.tsx';
import type { InvoiceRead } from './item-table.tsx';

/** The invoice as it would print, with what paid it and what is still owed. */
export function InvoicePaperDialog({ invoice, onClose }: { invoice: InvoiceRead; onClose: () => void }) {
  const organisation = useOrganisation();
  const payments = usePayments(paymentIdsOf(invoice));
  if (!organisation || !payments) return null;
  const paper = invoicePaper({ kind: 'invoice', organisation, copy: 0, invoice, payments });
  return <PaperDialog paper={paper} number={invoice.number} onClose={onClose} />;
}
