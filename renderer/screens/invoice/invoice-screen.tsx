import { useHelp } from '../../shell/help.tsx';
import { useWords } from '../../shell/language.ts';
import { useRoute } from '../../shell/router.ts';
import { InvoiceList } from './invoice-list.tsx';
import { InvoicePage } from './invoice-page.tsx';

/** `#/invoice` finds one, `#/invoice/12` shows it. */
export function InvoiceScreen() {
  const { t } = useWords();
  useHelp({
    paragraphs: [t('invoice.help.lead'), t('invoice.help.three')],
    keys: [['↵', t('invoice.help.first')]],
  });
  const invoiceId = useRoute((route) => route.id);
  return invoiceId === null ? <InvoiceList /> : <InvoicePage key={invoiceId} invoiceId={invoiceId} />;
}
