import { useState } from 'react';
import { useRead } from '../../connection/use-read.ts';
import { Amount } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import clientClasses from '../client/client.module.css';
import { GiveRebateDialog } from './give-rebate-dialog.tsx';
import classes from './rebate.module.css';

/** Which item of the account's last invoices is lowered; what it still has to lower says how far. */
export function ChooseItemDialog({ clientId, onClose }: { clientId: number; onClose: () => void }) {
  const { t, language } = useWords();
  const invoices = useRead('invoice.find', { clientId, limit: 20 }).data?.invoices ?? [];
  const [invoiceId, setInvoiceId] = useState<number | null>(null);
  const shownId = invoiceId ?? invoices[0]?.invoiceId;
  const invoice = useRead(
    'invoice.read',
    { invoiceId: shownId ?? 1 },
    { enabled: shownId !== undefined, keepPrevious: true },
  ).data;
  const [itemId, setItemId] = useState<number | null>(null);
  const item = invoice?.items.find((each) => each.itemId === itemId);
  if (item) return <GiveRebateDialog item={item} clientId={clientId} onClose={onClose} />;
  const items = invoice?.items.filter((each) => each.creditedMinor < each.totalMinor) ?? [];
  return (
    <Dialog size={620} title={t('rebate.choose')} onClose={onClose}>
      <div className={classes.stack}>
        {invoices.length === 0 ? <p className={classes.soft}>{t('rebate.nothing')}</p> : null}
        {invoices.length > 1 ? (
          <nav className={classes.tabs} aria-label={t('rebate.choose')}>
            {invoices.map((each) => (
              <button
                key={each.invoiceId}
                type="button"
                className={classes.tab}
                aria-pressed={each.invoiceId === shownId}
                onClick={() => setInvoiceId(each.invoiceId)}
              >
                {each.number}
              </button>
            ))}
          </nav>
        ) : null}
        {items.map((each) => (
          <button
            key={each.itemId}
            type="button"
            className={clientClasses.way}
            onClick={() => setItemId(each.itemId)}
          >
            <span>
              <strong>{pickName(each, language)}</strong>
              {each.personName ?? ''}
            </span>
            <Amount minor={each.totalMinor - each.creditedMinor} strong />
          </button>
        ))}
      </div>
    </Dialog>
  );
}
