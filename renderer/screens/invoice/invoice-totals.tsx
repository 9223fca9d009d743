import { sumMinor } from '../../../shared/domain/money.ts';
import { Amount } from '../../parts/amount.tsx';
import { useWords } from '../../shell/language.ts';
import classes from './invoice.module.css';
import type { InvoiceRead } from './item-table.tsx';

/** The sums of the invoice's items, each tax apart, and what is still owed. */
export function InvoiceTotals({ invoice }: { invoice: InvoiceRead }) {
  const { t } = useWords();
  const paidMinor = sumMinor(invoice.items.flatMap((item) => item.paidBy.map((part) => part.amountMinor)));
  const rows = [
    { key: 'net', minor: invoice.netMinor },
    { key: 'gst', minor: invoice.gstMinor },
    { key: 'qst', minor: invoice.qstMinor },
    { key: 'total', minor: invoice.totalMinor },
    { key: 'paid', minor: paidMinor },
    { key: 'owed', minor: invoice.owedMinor },
  ] as const;
  return (
    <dl className={classes.totals}>
      {rows.map(({ key, minor }) => (
        <div key={key} className={classes.pair} data-strong={key === 'total' || key === 'owed' || undefined}>
          <dt>{t(`invoice.totals.${key}`)}</dt>
          <dd>
            <Amount minor={minor} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
