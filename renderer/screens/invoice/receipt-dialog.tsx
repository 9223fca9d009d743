import { Button } from '@mantine/core';
import { Dialog } from '../../parts/dialog.tsx';
import { Receipt } from '../../parts/receipt.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';
import type { InvoiceRead } from './item-table.tsx';
import { receiptMoney } from './receipt-money.ts';

/** The invoice as it would print, with what paid it and what is still owed. */
export function ReceiptDialog({ invoice, onClose }: { invoice: InvoiceRead; onClose: () => void }) {
  const { t, language } = useWords();
  return (
    <Dialog onClose={onClose} size="md" title={t('invoice.receipt.title')}>
      <div className={classes.stack}>
        <Receipt
          title={t('invoice.heading', { number: invoice.number })}
          at={invoice.at}
          clientName={invoice.clientName}
          staffName={invoice.staffName}
          lines={invoice.items.map((item) => ({
            key: item.itemId,
            label:
              item.quantity > 1 ? `${pickName(item, language)} × ${item.quantity}` : pickName(item, language),
            ...(item.personName ? { detail: item.personName } : {}),
            minor: item.netMinor,
          }))}
          taxes={[
            { key: 'gst', label: t('invoice.totals.gst'), minor: invoice.gstMinor },
            { key: 'qst', label: t('invoice.totals.qst'), minor: invoice.qstMinor },
          ]}
          total={{ label: t('invoice.totals.total'), minor: invoice.totalMinor }}
          money={receiptMoney(t, invoice)}
        />
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('invoice.receipt.close')}
        </Button>
      </div>
    </Dialog>
  );
}
