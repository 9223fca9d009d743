import type { OutputOf } from '../contract/contract.ts';
import type { Language } from '../i18n/format.ts';
import { type PaperLine, type PaperPart, paperLine } from './paper.ts';
import { paperWords } from './paper-frame.ts';

export type PaperPayment = OutputOf<'payment.read'>;

/**
 * One payment with its evidence: card and approval, cheque, or what cash was given, given back and rounded.
 * `amountMinor` is what it paid of this document, in cents.
 */
export function paymentLine(payment: PaperPayment, amountMinor: number, language: Language): PaperLine {
  const t = paperWords(language);
  const words = [
    payment.number,
    payment.cardBrand,
    payment.cardLast4 && `**** ${payment.cardLast4}`,
    payment.approvalCode && t('document.approval', { code: payment.approvalCode }),
    payment.chequeNumber && t('document.cheque', { number: payment.chequeNumber }),
    payment.isVoid && t('document.void'),
  ];
  return paperLine(t(`invoice.method.${payment.method}`), amountMinor, {
    details: [words.filter(Boolean).join(' · ')],
    parts: cashParts(payment, language),
  });
}

function cashParts(payment: PaperPayment, language: Language): PaperPart[] {
  const t = paperWords(language);
  const { method, tenderedMinor, changeMinor, roundingMinor, depositMinor } = payment;
  const cash =
    method === 'cash'
      ? [
          { label: t('document.tendered'), amountMinor: tenderedMinor ?? 0 },
          { label: t('document.change'), amountMinor: changeMinor },
          { label: t('document.rounding'), amountMinor: roundingMinor },
        ]
      : [];
  const parts = [...cash, { label: t('document.deposit'), amountMinor: depositMinor }];
  return parts.filter((part) => part.amountMinor !== 0);
}
