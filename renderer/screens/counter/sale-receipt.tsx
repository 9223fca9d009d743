import type { TFunction } from 'i18next';
import { useRead } from '../../connection/use-read.ts';
import { Receipt, type ReceiptLine } from '../../parts/receipt.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { SaleDone } from './counter-state.ts';

/** How the sale was paid, line by line; a line of nothing is not printed. */
export function moneyLines(t: TFunction, done: SaleDone): ReceiptLine[] {
  const paidMinor = done.payments.reduce((sum, payment) => sum + payment.amountMinor, 0);
  const byDepositMinor = done.paidMinor + done.depositMinor - paidMinor;
  const lines: ReceiptLine[] = done.payments.flatMap((payment): ReceiptLine[] =>
    payment.method === 'cash'
      ? [
          {
            key: `cash-${payment.paymentId}`,
            label: t('counter.receipt.tendered'),
            minor: payment.tenderedMinor ?? 0,
          },
        ]
      : [
          {
            key: `payment-${payment.paymentId}`,
            label: t(`tender.method.${payment.method}`),
            detail: payment.number,
            minor: payment.amountMinor,
          },
        ],
  );
  const others: ReceiptLine[] = [
    { key: 'by-deposit', label: t('counter.receipt.byDeposit'), minor: byDepositMinor },
    { key: 'change', label: t('counter.receipt.change'), minor: done.changeMinor },
    {
      key: 'rounding',
      label: t(done.roundingMinor > 0 ? 'counter.receipt.roundedUp' : 'counter.receipt.roundedDown'),
      minor: Math.abs(done.roundingMinor),
    },
    { key: 'deposit', label: t('counter.receipt.deposit'), minor: done.depositMinor },
    { key: 'owed', label: t('counter.receipt.owed'), minor: done.owedMinor },
  ];
  return [...lines, ...others.filter(({ minor }) => minor !== 0)];
}

/** The receipt of a sale, from the invoice as it was written. */
export function SaleReceipt({ done }: { done: SaleDone }) {
  const { t, language } = useWords();
  const invoice = useRead(
    'invoice.read',
    { invoiceId: done.invoiceId ?? 1 },
    { enabled: done.invoiceId !== null },
  ).data;
  if (!invoice) return null;
  return (
    <Receipt
      title={t('counter.receipt.invoice', { number: invoice.number })}
      at={invoice.at}
      clientName={invoice.clientName}
      staffName={invoice.staffName}
      lines={invoice.items.map((item) => {
        const detail = [
          item.personName,
          item.quantity > 1
            ? t('counter.receipt.quantity', { count: item.quantity, price: item.unitPriceMinor })
            : null,
        ]
          .filter(Boolean)
          .join(' · ');
        return {
          key: item.itemId,
          label: pickName(item, language),
          ...(detail ? { detail } : {}),
          minor: item.netMinor,
        };
      })}
      taxes={[
        { key: 'gst', label: t('counter.gst'), minor: done.gstMinor },
        { key: 'qst', label: t('counter.qst'), minor: done.qstMinor },
      ]}
      total={{ label: t('counter.receipt.total'), minor: done.totalMinor }}
      money={moneyLines(t, done)}
    />
  );
}
