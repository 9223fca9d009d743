import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { useRoute } from '../../shell/router.ts';
import { loweringHelp } from '../rebate/lowering-help.ts';
import { InvoiceList } from './invoice-list.tsx';
import { InvoicePage } from './invoice-page.tsx';
import { ManualInvoicePage } from './manual-invoice-page.tsx';

/** `#/invoice` finds one, `?for=12` makes one by hand for a client, `#/invoice/12` shows it. */
export function InvoiceScreen() {
  const { t } = useWords();
  useHelp({
    paragraphs: [t('invoice.help.lead'), ...loweringHelp(t)],
    keys: [['↵', t('invoice.help.first')]],
  });
  const { id: invoiceId, params } = useRoute();
  const clientId = Number(params.for ?? 0);
  if (invoiceId === null && clientId > 0) return <ManualInvoicePage key={clientId} clientId={clientId} />;
  return invoiceId === null ? <InvoiceList /> : <InvoicePage key={invoiceId} invoiceId={invoiceId} />;
}
