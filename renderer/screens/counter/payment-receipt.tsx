import { useRead } from '../../connection/use-read.ts';
import { Receipt } from '../../parts/receipt.tsx';
import { pickName, useWords } from '../../shell/language.ts';
import type { SaleDone } from './counter-state.ts';
import { moneyLines } from './sale-receipt.tsx';

/** The receipt of money taken for items that were billed before: what each of them got. */
export function PaymentReceipt({ done }: { done: SaleDone }) {
  const { t, language } = useWords();
  const [first] = done.payments;
  const payment = useRead(
    'payment.read',
    { paymentId: first?.paymentId ?? 1 },
    { enabled: first !== undefined },
  ).data;
  const last = useRead(
    'payment.read',
    { paymentId: done.payments.at(-1)?.paymentId ?? 1 },
    { enabled: done.payments.length > 1 },
  ).data;
  if (!payment) return null;
  const named = new Map(
    [...payment.allocations, ...(last?.allocations ?? [])].map((each) => [each.itemId, each] as const),
  );
  return (
    <Receipt
      title={done.payments.map(({ number }) => t('counter.receipt.payment', { number })).join(', ')}
      at={payment.at}
      clientName={payment.clientName}
      staffName={payment.staffName}
      lines={done.allocations.map(({ itemId, amountMinor }) => {
        const item = named.get(itemId);
        return {
          key: itemId,
          label: item ? pickName(item, language) : t('client.openItems'),
          ...(item?.label ? { detail: item.label } : {}),
          minor: amountMinor,
        };
      })}
      taxes={[]}
      total={{ label: t('counter.receipt.paid'), minor: done.paidMinor + done.depositMinor }}
      money={moneyLines(t, done)}
    />
  );
}
