import type { OutputOf } from '../contract/contract.ts';
import { addDays } from '../domain/local-time.ts';
import { formatBalance, formatDate, formatMoney, type Language } from '../i18n/format.ts';
import { type Paper, type PaperTableRow, paperLine } from './paper.ts';
import { type PaperSource, paperFrame, paperWords } from './paper-frame.ts';
import { statementLine } from './statement-line.ts';

export type PaperStatement = OutputOf<'statement.read'>;

interface StatementSource extends PaperSource {
  readonly statement: PaperStatement;
}

/** A statement of account: the balance before, what moved, the balance after in words, its age, and money held. */
export function statementPaper(source: StatementSource): Paper {
  const { statement } = source;
  const { language } = statement;
  const t = paperWords(language);
  const date = (localDate: string) => formatDate(localDate, language);
  const balance = formatBalance(statement.closingMinor, language);
  return {
    ...paperFrame(source, language),
    kind: 'statement',
    title:
      statement.number === null
        ? t('statement.paper.preview')
        : t('statement.paper.title', { number: statement.number }),
    facts: [
      { label: t('document.client'), value: statement.clientName },
      { label: t('statement.paper.account'), value: statement.clientNumber },
      { label: t('statement.paper.address'), value: statement.clientAddress },
      {
        label: t('statement.paper.period'),
        value: t('statement.paper.between', { from: date(statement.fromDate), to: date(statement.toDate) }),
      },
      { label: t('statement.paper.kind'), value: t(`statement.kind.${statement.kind}`).toLowerCase() },
      { label: t('statement.paper.made'), value: date(statement.localDate) },
      { label: t('statement.paper.by'), value: statement.staffName },
    ].filter(({ value }) => value !== ''),
    items: [],
    table: {
      headings: {
        date: t('statement.paper.column.date'),
        what: t('statement.paper.column.what'),
        amount: t('statement.paper.column.amount'),
        balance: t('statement.paper.column.balance'),
      },
      rows: [openingRow(statement), ...statement.lines.map((line) => lineRow(line, language))],
    },
    taxes: [],
    total: paperLine(t('statement.paper.closing', { date: date(statement.toDate), balance }), null),
    money: [],
    sections: sectionsOf(statement),
    remarks: remarksOf(statement),
    signature: null,
    footer: [t('document.keep')],
    barcode: null,
  };
}

/** A running balance without a bare sign: what is in the client's favour is marked CR. */
function balanceText(balanceMinor: number, language: Language): string {
  const amount = formatMoney(Math.abs(balanceMinor), language);
  return balanceMinor < 0 ? paperWords(language)('statement.paper.inFavour', { amount }) : amount;
}

function openingRow({ fromDate, openingMinor, language }: PaperStatement): PaperTableRow {
  return {
    date: formatDate(fromDate, language, 'short'),
    label: paperWords(language)('statement.paper.opening'),
    details: [],
    amountMinor: null,
    balance: balanceText(openingMinor, language),
  };
}

function lineRow(line: PaperStatement['lines'][number], language: Language): PaperTableRow {
  return {
    date: formatDate(line.localDate, language, 'short'),
    ...statementLine(line, language),
    amountMinor: line.kind === 'use' ? null : line.amountMinor,
    balance: balanceText(line.balanceMinor, language),
  };
}

function sectionsOf({ aged, depositMinor, creditMinor, language }: PaperStatement): Paper['sections'] {
  const t = paperWords(language);
  const ages = [
    paperLine(t('statement.paper.aged.upTo30'), aged.upTo30Minor),
    paperLine(t('statement.paper.aged.upTo60'), aged.upTo60Minor),
    paperLine(t('statement.paper.aged.upTo90'), aged.upTo90Minor),
    paperLine(t('statement.paper.aged.over90'), aged.over90Minor),
  ];
  const held = [
    paperLine(t('statement.paper.held.deposit'), depositMinor),
    paperLine(t('statement.paper.held.credit'), creditMinor),
  ].filter(({ amountMinor }) => amountMinor !== 0);
  return [
    ...(ages.some(({ amountMinor }) => amountMinor !== 0)
      ? [{ title: t('statement.paper.aged.title'), lines: ages }]
      : []),
    ...(held.length === 0 ? [] : [{ title: t('statement.paper.held.title'), lines: held }]),
  ];
}

/** The clerk's message, a last statement that no longer meets this one, and what CR means. */
function remarksOf(statement: PaperStatement): string[] {
  const { previous, language, openingMinor, lines } = statement;
  const t = paperWords(language);
  const follows = previous !== null && addDays(previous.toDate, 1) === statement.fromDate;
  const isInFavour = openingMinor < 0 || lines.some(({ balanceMinor }) => balanceMinor < 0);
  return [
    statement.message,
    follows && previous.closingMinor !== openingMinor
      ? t('statement.paper.changed', {
          number: previous.number,
          date: formatDate(previous.toDate, language),
          before: balanceText(previous.closingMinor, language),
        })
      : '',
    isInFavour ? t('statement.paper.legend') : '',
  ].filter((remark) => remark !== '');
}
