import type { OutputOf } from '../contract/contract.ts';
import { sumMinor } from '../domain/money.ts';
import { isRefundReason } from '../domain/refund-reason.ts';
import { type Paper, type PaperLine, paperLine } from './paper.ts';
import { type PaperSource, paperFacts, paperFrame, paperWords } from './paper-frame.ts';

export type PaperRefund = OutputOf<'refund.read'>;

interface RefundSource extends PaperSource {
  /** A refund that is done. */
  readonly refund: PaperRefund;
  /** The merchant's copy is the one the client signs. */
  readonly isMerchants: boolean;
}

/** The receipt of a refund, never a credit note (settled.md 34): it names the credit notes its money came from. */
export function refundPaper(source: RefundSource): Paper {
  const { refund, isMerchants } = source;
  const { language, timeline } = refund;
  const t = paperWords(language);
  const { at } = timeline.at(-1) ?? refund;
  const reason = isRefundReason(refund.reason) ? t(`refund.reason.choice.${refund.reason}`) : refund.reason;
  const approver = refund.approval?.approverName;
  return {
    ...paperFrame(source, language),
    kind: isMerchants ? 'refund-merchant' : 'refund',
    title: t('document.title.refund', { number: refund.number ?? '' }),
    facts: [
      { label: t('document.for'), value: t(isMerchants ? 'document.merchantCopy' : 'document.clientCopy') },
      ...paperFacts(source, language, { ...refund, at }),
    ],
    items: refund.lines.map((line) =>
      paperLine(line.sourceNumber, line.amountMinor, {
        details: [`${t(`refund.method.${line.origin.method}`)} ${line.origin.number}`],
      }),
    ),
    taxes: [],
    total: paperLine(t('document.refunded'), refund.refundedMinor),
    money: [outLine(refund)],
    sections: [],
    remarks: [
      t('document.reason', { reason: [reason, refund.note].filter(Boolean).join('. ') }),
      ...partRemark(refund),
      ...(approver ? [`${t('approval.approvedBy')} ${approver}`] : []),
    ],
    signature: isMerchants ? t('document.signature') : null,
    footer: isMerchants ? [] : [t('document.keep')],
    barcode: refund.number,
  };
}

/** Of a refund that went several ways: which part this receipt is. */
function partRemark({ parts, refundId, language }: PaperRefund): string[] {
  if (parts.length === 0) return [];
  const number = parts.findIndex((part) => part.refundId === refundId) + 1;
  const amount = sumMinor(parts.map((part) => part.amountMinor));
  return [paperWords(language)('refund.parts.paper', { number, count: parts.length, amount })];
}

/** What was handed over and its evidence; cash shows how it was rounded. */
function outLine({ destination, language, refundedMinor, drawerMinor, attempts }: PaperRefund): PaperLine {
  const t = paperWords(language);
  const label = t(`invoice.method.${destination}`);
  if (destination === 'cash') {
    const outMinor = drawerMinor ?? refundedMinor;
    const rounding = { label: t('document.rounding'), amountMinor: outMinor - refundedMinor };
    return paperLine(label, outMinor, { parts: rounding.amountMinor === 0 ? [] : [rounding] });
  }
  const attempt = attempts.at(-1);
  const slip = attempt?.evidence.at(-1);
  if (destination === 'cheque')
    return paperLine(label, refundedMinor, {
      details: slip?.slipNumber ? [t('document.cheque', { number: slip.slipNumber })] : [],
    });
  const words = [
    attempt?.terminalName,
    slip?.brand,
    slip?.last4 && `**** ${slip.last4}`,
    slip?.approvalCode && t('document.approval', { code: slip.approvalCode }),
  ];
  return paperLine(label, refundedMinor, { details: [words.filter(Boolean).join(' · ')].filter(Boolean) });
}
