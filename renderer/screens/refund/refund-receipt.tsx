import { Receipt, type ReceiptLine } from '../../parts/receipt.tsx';
import { useWords } from '../../shell/language.ts';
import { cashRefundWords } from './cash-words.ts';
import { reasonWords } from './reason-fields.tsx';
import type { RefundRead } from './refund-facts.tsx';

/** The receipt of a refund that is done: what it came from, where it went, and how it was rounded. */
export function RefundReceipt({ refund }: { refund: RefundRead }) {
  const { t } = useWords();
  const slip = refund.attempts.at(-1)?.evidence.at(-1);
  const isCash = refund.destination === 'cash';
  const drawerMinor = refund.drawerMinor ?? refund.refundedMinor;
  const cardWords = [
    slip?.brand,
    slip?.last4 ? `•••• ${slip.last4}` : null,
    slip?.approvalCode ? t('refund.source.approval', { code: slip.approvalCode }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
  const out: ReceiptLine = {
    key: 'out',
    label: isCash
      ? t('refund.receipt.cash')
      : t('refund.destination.terminalNamed', { name: refund.attempts.at(-1)?.terminalName ?? '' }),
    detail: isCash ? cashRefundWords(t, { amountMinor: refund.refundedMinor, drawerMinor })[1] : cardWords,
    minor: drawerMinor,
  };
  return (
    <Receipt
      title={t('refund.receipt.title', { number: refund.number ?? '' })}
      at={refund.timeline.at(-1)?.at ?? refund.at}
      clientName={refund.clientName}
      staffName={refund.staffName}
      lines={refund.lines.map((line) => ({
        key: `${line.sourceNumber} ${line.originPaymentId}`,
        label: line.sourceNumber,
        detail: `${t(`refund.method.${line.origin.method}`)} ${line.origin.number}`,
        minor: line.amountMinor,
      }))}
      taxes={[]}
      total={{ label: t('refund.receipt.total'), minor: refund.refundedMinor }}
      money={[out]}
      remarks={[
        `${t('refund.panel.reason')}\u00a0: ${[reasonWords(t, refund.reason), refund.note].filter(Boolean).join('. ')}`,
        ...(refund.approval?.approverName
          ? [`${t('approval.approvedBy')} ${refund.approval.approverName}`]
          : []),
      ]}
    />
  );
}
