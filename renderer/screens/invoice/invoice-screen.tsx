import { useRoute } from '../../shell/router.ts';
import { InvoiceList } from './invoice-list.tsx';
import { InvoicePage } from './invoice-page.tsx';

/** `#/invoice` finds one, `#/invoice/12` shows it. */
export function InvoiceScreen() {
  const invoiceId = useRoute((route) => route.id);
  return invoiceId === null ? <InvoiceList /> : <InvoicePage key={invoiceId} invoiceId={invoiceId} />;
}
