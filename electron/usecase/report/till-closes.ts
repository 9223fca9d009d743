import type { Chart } from '../../../shared/contract/report-model.ts';
import { formatZNumber } from '../../../shared/domain/document-number.ts';
import { type CloseRow, readCloseEntries, readCloses } from '../../ledger/report/close-store.ts';
import type { ReportHandler } from './report-context.ts';
import { column, documentOf, type Row, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { say } from './say.ts';

const columns = () => [
  column('number', 'text'),
  column('till', 'text'),
  column('openedDate', 'date'),
  column('at', 'instant'),
  column('staff', 'text'),
  column('approver', 'text'),
  column('expectedMinor', 'money'),
  column('countedMinor', 'money'),
  column('differenceMinor', 'money'),
  column('reason', 'text'),
  column('deposit', 'text'),
];

/** Closes of tills with what was over or short; one that was taken back stands beside its reversal (settled.md 37). */
export const reportTillCloses: ReportHandler<'report.tillCloses'> = async (context, input) => {
  const { db } = context;
  const scope = scopeOf(context, input);
  const closes = await readCloses(db, scope);
  const section = sectionOf(context, {
    id: 'closes',
    title: say('report.section.closes'),
    columns: columns(),
    rows: closes.map(closeRow),
  });
  const of = (id: string) => Number(section.totals?.[id] ?? 0);
  const entries = await readCloseEntries(db, scope);
  const byTill = sectionOf(context, {
    id: 'till',
    title: say('report.section.till'),
    columns: [
      column('till', 'text'),
      column('closeCount', 'quantity'),
      column('overMinor', 'money'),
      column('shortMinor', 'money'),
      column('differenceMinor', 'money'),
    ],
    rows: tillRows(closes),
  });
  return await documentOf(context, 'tillCloses', scope, {
    totals: { ...section.totals, closeCount: Number(byTill.totals?.closeCount ?? 0) },
    sections: [section, byTill],
    ties:
      scope.staffId === null
        ? [
            tieOf(
              'closes-difference',
              side('differences', of('differenceMinor')),
              side('journalOverShort', entries.overShortMinor),
            ),
            tieOf(
              'closes-safe',
              side('counted', of('countedMinor')),
              side('journalToSafe', entries.toSafeMinor),
            ),
          ]
        : [],
    charts: chartsOf(byTill.rows),
  });
};

function closeRow(close: CloseRow): Row {
  const { kind, tillId, number, tillName, openedDate, at, closedBy, acceptedBy, depositNumber } = close;
  const { expectedMinor, countedMinor, differenceMinor, reason } = close;
  const zNumber = formatZNumber(tillId, number);
  return {
    cells: {
      number: kind === 'close' ? zNumber : say('report.takenBack', { number: zNumber }),
      till: tillName,
      openedDate,
      at,
      staff: closedBy,
      approver: acceptedBy,
      expectedMinor,
      countedMinor,
      differenceMinor,
      reason,
      deposit: depositNumber,
    },
    link: { to: 'close', zNumber },
  };
}

function tillRows(closes: readonly CloseRow[]): Row[] {
  return [...Map.groupBy(closes, ({ tillId }) => tillId).values()].map((list) => {
    const sum = (isOf: (close: CloseRow) => boolean) =>
      list.reduce((total, close) => total + (isOf(close) ? close.differenceMinor : 0), 0);
    const wasOver = ({ kind, differenceMinor }: CloseRow) => differenceMinor > 0 === (kind === 'close');
    return {
      cells: {
        till: list[0]?.tillName ?? '',
        closeCount: list.reduce((count, { kind }) => count + (kind === 'close' ? 1 : -1), 0),
        overMinor: sum((close) => close.differenceMinor !== 0 && wasOver(close)),
        shortMinor: sum((close) => close.differenceMinor !== 0 && !wasOver(close)),
        differenceMinor: sum(() => true),
      },
    };
  });
}

function chartsOf(rows: readonly Row[]): Chart[] {
  if (rows.every(({ cells }) => cells.overMinor === 0 && cells.shortMinor === 0)) return [];
  return [
    {
      id: 'overShort',
      title: say('report.chart.overShort'),
      kind: 'columns',
      unit: 'money',
      series: [
        { id: 'overMinor', title: say('report.column.overMinor') },
        { id: 'shortMinor', title: say('report.column.shortMinor') },
      ],
      points: rows.map(({ cells }) => ({
        at: { fr: String(cells.till), en: String(cells.till) },
        values: { overMinor: Number(cells.overMinor), shortMinor: Number(cells.shortMinor) },
      })),
    },
  ];
}
