import type { OutputOf } from '../contract/contract.ts';
import { formatDate, formatTime } from '../i18n/format.ts';
import { type Paper, paperLine } from './paper.ts';
import { type PaperSource, paperFrame, paperWords } from './paper-frame.ts';

export type PaperDepositSlip = OutputOf<'depositSlip.read'>;

interface DepositSlipSource extends PaperSource {
  readonly slip: PaperDepositSlip;
}

/** What goes to the bank, in the organisation's language: the cash, each cheque, and the closes it settles (settled.md 33). */
export function depositSlipPaper(source: DepositSlipSource): Paper {
  const { slip, organisation } = source;
  const { language, timeZone } = organisation;
  const t = paperWords(language);
  return {
    ...paperFrame(source, language),
    kind: 'deposit-slip',
    title: t('document.title.depositSlip', { number: slip.number }),
    facts: [
      {
        label: t('document.date'),
        value: `${formatDate(slip.localDate, language)}, ${formatTime(slip.at, language, timeZone)}`,
      },
      { label: t('document.preparedBy'), value: slip.madeBy },
    ],
    items: [
      paperLine(t('tillReport.deposit.cashLine'), slip.cashMinor),
      paperLine(t('tillReport.deposit.chequesTotal', { count: slip.cheques.length }), slip.chequesMinor),
    ],
    taxes: [],
    total: paperLine(t('tillReport.deposit.total'), slip.totalMinor),
    money: [],
    sections: [
      {
        title: t('document.cheques'),
        lines: slip.cheques.map((cheque) =>
          paperLine(`${t('tillReport.deposit.cheque')} ${cheque.chequeNumber}`.trim(), cheque.amountMinor, {
            details: [
              [cheque.chequeBank, cheque.clientName].filter(Boolean).join(' · '),
              `${cheque.paymentNumber} · ${cheque.localDate}`,
            ],
          }),
        ),
      },
      {
        title: t('till.history.title'),
        lines: slip.closes.map(({ zNumber, countedMinor }) => paperLine(zNumber, countedMinor)),
      },
    ].filter(({ lines }) => lines.length > 0),
    remarks: [slip.note].filter(Boolean),
    signature: t('document.signature'),
    footer: [],
    barcode: null,
  };
}
