import { useWords } from '../../shell/language.ts';
import { ImportPanel } from './import-panel.tsx';

/** Clients and products from CSV files: all of a file, or none of it. */
export function ImportPage() {
  const { t } = useWords();
  return (
    <>
      <ImportPanel operation="client.import" title={t('settings.import.clients')} kind="clientColumns" />
      <ImportPanel operation="product.import" title={t('settings.import.products')} kind="productColumns" />
    </>
  );
}
