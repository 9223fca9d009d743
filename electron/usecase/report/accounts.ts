import { readAccounts } from '../../ledger/report/journal-sums.ts';
import type { ReportHandler } from './report-context.ts';
import { column, documentOf, scopeOf, sectionOf, side, tieOf } from './report-parts.ts';
import { say } from './say.ts';

/** Every account of the journal over a period: where it stood, what moved, where it stands (domain.md §2, chart). */
export const reportAccounts: ReportHandler<'report.accounts'> = async (context, input) => {
  const scope = scopeOf(context, { fromDate: input.fromDate, toDate: input.toDate });
  const accounts = await readAccounts(context.db, scope);
  const section = sectionOf(context, {
    id: 'accounts',
    title: say('report.section.accounts'),
    columns: [
      column('account', 'text'),
      column('openingMinor', 'money'),
      column('debitMinor', 'money'),
      column('creditMinor', 'money'),
      column('closingMinor', 'money'),
    ],
    rows: accounts.map(({ account, openingMinor, debitMinor, creditMinor, closingMinor }) => ({
      cells: { account, openingMinor, debitMinor, creditMinor, closingMinor },
    })),
  });
  const of = (id: string) => Number(section.totals?.[id] ?? 0);
  return await documentOf(context, 'accounts', scope, {
    totals: section.totals ?? {},
    sections: [section],
    ties: [
      tieOf('accounts-balance', side('debits', of('debitMinor')), side('creditsPosted', of('creditMinor'))),
      tieOf('accounts-zero', side('closingSum', of('closingMinor')), side('zero', 0)),
    ],
  });
};
