import type { OutputOf } from '../contract/contract.ts';
import type { DrawerEventKind } from '../domain/till-count.ts';
import type { Language } from '../i18n/format.ts';
import { type Paper, type PaperLine, paperLine } from './paper.ts';
import { paperWords } from './paper-frame.ts';

type Report = OutputOf<'till.readX'>['report'];
type Method = 'cash' | 'terminal' | 'cheque' | 'online-card';

/** What an X and a Z both tell of their session: sales, money, the drawer, reasons, approvals, what has no answer. */
export function sessionSections(report: Report, language: Language): Paper['sections'] {
  const t = paperWords(language);
  return [
    { title: t('tillReport.sales.title'), lines: saleLines(report, language) },
    { title: t('tillReport.money.title'), lines: moneyLines(report, language) },
    { title: t('tillReport.drawer.title'), lines: drawerLines(report, language) },
    { title: t('tillReport.clerks.title'), lines: clerkLines(report, language) },
    { title: t('tillReport.movements.title'), lines: movementLines(report, language) },
    { title: t('tillReport.approvals.title'), lines: approvalLines(report, language) },
    { title: t('tillReport.open.title'), lines: openLines(report, language) },
  ].filter(({ lines }) => lines.length > 0);
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

function clerkLines({ clerks }: Report, language: Language): PaperLine[] {
  const t = paperWords(language);
  return clerks.map(({ name, takenMinor, refundedMinor }) =>
    paperLine(name, null, {
      parts: [
        { label: t('tillReport.clerks.taken'), amountMinor: takenMinor },
        ...(refundedMinor === 0
          ? []
          : [{ label: t('tillReport.clerks.refunded'), amountMinor: -refundedMinor }]),
      ],
    }),
  );
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
