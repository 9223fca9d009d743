import type { OutputOf } from '../contract/contract.ts';
import { DENOMINATIONS, type DrawerEventKind } from '../domain/till-count.ts';
import { formatInstant, formatMoney, type Language } from '../i18n/format.ts';
import { type Paper, type PaperLine, paperLine } from './paper.ts';
import { type PaperSource, paperFrame, paperWords } from './paper-frame.ts';

export type PaperZ = OutputOf<'till.readZ'>;
type Report = PaperZ['report'];
type Method = 'cash' | 'terminal' | 'cheque' | 'online-card';

interface ZSource extends PaperSource {
  readonly z: PaperZ;
}

/** A close in the organisation's language, with the chain head that a lost tail is noticed by (settled.md 18). */
export function zPaper(source: ZSource): Paper {
  const { z, organisation } = source;
  const { language, timeZone } = organisation;
  const t = paperWords(language);
  const instant = (at: string) => formatInstant(at, language, timeZone);
  return {
    ...paperFrame(source, language),
    kind: 'z-report',
    title: t('document.title.z', { number: z.zNumber }),
    facts: [
      { label: t('document.till'), value: z.tillName },
      { label: t('document.opened'), value: `${instant(z.report.openedAt)}, ${z.report.openedBy}` },
      { label: t('document.closed'), value: `${instant(z.at)}, ${z.closedBy}` },
      ...(z.replaces === null ? [] : [{ label: t('document.replaces'), value: z.replaces }]),
    ],
    items: [
      paperLine(t('till.z.expected'), z.expectedMinor),
      paperLine(t('till.z.counted'), z.countedMinor, { parts: pieces(z, language) }),
    ],
    taxes: [],
    total: paperLine(t('till.z.difference'), z.differenceMinor),
    money: [],
    sections: [
      { title: t('tillReport.sales.title'), lines: saleLines(z.report, language) },
      { title: t('tillReport.money.title'), lines: moneyLines(z.report, language) },
      { title: t('tillReport.drawer.title'), lines: drawerLines(z.report, language) },
      { title: t('tillReport.movements.title'), lines: movementLines(z.report, language) },
      { title: t('tillReport.approvals.title'), lines: approvalLines(z.report, language) },
      { title: t('tillReport.open.title'), lines: openLines(z.report, language) },
    ].filter(({ lines }) => lines.length > 0),
    remarks: [
      ...(z.differenceReason ? [t('document.reason', { reason: z.differenceReason })] : []),
      ...(z.acceptedBy ? [`${t('tillReport.accepted')} ${z.acceptedBy}`] : []),
    ],
    signature: t('document.signature'),
    footer: [t('document.chain', { seq: z.chainSeq }), z.chainHash],
    barcode: null,
  };
}

function pieces({ denominations }: PaperZ, language: Language) {
  return DENOMINATIONS.flatMap(({ key, pieceMinor }) => {
    const count = denominations[key] ?? 0;
    const label = `${count} × ${formatMoney(pieceMinor, language)}`;
    return count === 0 ? [] : [{ label, amountMinor: count * pieceMinor }];
  });
}

function saleLines({ invoices, credits }: Report, language: Language): PaperLine[] {
  const t = paperWords(language);
  const line = (label: string, sum: Report['invoices'], sign: 1 | -1) =>
    paperLine(label, sign * sum.totalMinor, {
      parts: [
        { label: t('tillReport.sales.net'), amountMinor: sign * sum.netMinor },
        { label: t('document.gst'), amountMinor: sign * sum.gstMinor },
        { label: t('document.qst'), amountMinor: sign * sum.qstMinor },
      ],
    });
  return [
    line(t('tillReport.sales.invoices', { count: invoices.count }), invoices, 1),
    ...(credits.count === 0
      ? []
      : [line(t('tillReport.sales.credits', { count: credits.count }), credits, -1)]),
  ];
}

function moneyLines(report: Report, language: Language): PaperLine[] {
  const t = paperWords(language);
  return [
    ...report.payments.map(({ method, count, amountMinor }) =>
      paperLine(`${t(`tender.method.${method as Method}`)} (${count})`, amountMinor),
    ),
    ...report.refunds.map(({ destination, count, amountMinor }) => {
      const method = t(`tender.method.${destination as Method}`);
      return paperLine(`${t('tillReport.money.refund', { method })} (${count})`, -amountMinor);
    }),
    ...(report.voids.count === 0
      ? []
      : [paperLine(`${t('tillReport.money.voids')} (${report.voids.count})`, -report.voids.amountMinor)]),
    paperLine(t('tillReport.money.rounding'), report.roundingMinor),
  ];
}

function drawerLines({ drawer, expectedMinor }: Report, language: Language): PaperLine[] {
  const t = paperWords(language);
  return [
    ...drawer.map(({ kind, count, amountMinor }) =>
      paperLine(`${t(`till.events.kind.${kind as DrawerEventKind}`)} (${count})`, amountMinor),
    ),
    paperLine(t('tillReport.drawer.expected'), expectedMinor),
  ];
}

function movementLines({ movements }: Report, language: Language): PaperLine[] {
  const t = paperWords(language);
  return movements.map(({ kind, amountMinor, reason, staffName }) =>
    paperLine(t(`till.events.kind.${kind as DrawerEventKind}`), amountMinor, {
      details: [[reason, staffName].filter(Boolean).join(' · ')],
    }),
  );
}

function approvalLines({ approvals }: Report, language: Language): PaperLine[] {
  const t = paperWords(language);
  return approvals.map((approval) => paperLine(t('tillReport.approvals.row', approval), null));
}

function openLines({ openAttempts }: Report, language: Language): PaperLine[] {
  const t = paperWords(language);
  return openAttempts.map(({ driver, refundId, amountMinor, carriedOver }) => {
    const kind = driver === 'cash' ? 'cash' : refundId === null ? 'sale' : 'refund';
    return paperLine(t(`tillReport.open.${kind}`), amountMinor, {
      details: carriedOver ? [t('tillReport.open.carried')] : [],
    });
  });
}
