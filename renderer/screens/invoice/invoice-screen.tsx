import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shell/language.ts';

export function InvoiceScreen() {
  const { t } = useWords();
  return <Page title={t('shell.rail.invoice')}>{null}</Page>;
}
