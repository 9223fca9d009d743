import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { Language } from '../../../shared/i18n/format.ts';
import { plainAccountName } from '../../ledger/journal-export/account-name.ts';
import {
  type JournalExtent,
  type JournalScope,
  readAccountPage,
  readDayPage,
  readEntryPage,
  readJournalExtent,
} from '../../ledger/journal-export/journal-pages.ts';
import {
  type PlainTransaction,
  SYNTAX_WRITERS,
  type SyntaxWriter,
} from '../../ledger/journal-export/journal-syntax.ts';
import { readOrganisation } from '../../ledger/organisation-store.ts';
import type { ReportContext, ReportHandler } from './report-context.ts';
import { say, sayCode } from './say.ts';

type Asked = ParsedInput<'report.journal'>;
type Cursor = NonNullable<Asked['after']>;

/** Before every entry there can be. */
const FIRST_DAY = '0001-01-01';
const ACCOUNTS_A_PAGE = 5000;
const ENTRIES_A_PAGE = 2000;
const DAYS_A_PAGE = 31;

interface Part {
  readonly text: string;
  readonly next: Cursor | null;
  readonly entries: number;
}

/** One page of the journal in plain text: first what it declares, then its transactions by day (settled.md 54). */
export const exportJournal: ReportHandler<'report.journal'> = async (context, input) => {
  const { db } = context;
  const toDate = input.toDate ?? context.localDate;
  const fromDate = input.fromDate ?? FIRST_DAY;
  if (fromDate > toDate) refuse('report-period', { fromDate, toDate });
  const extent = await readJournalExtent(db, { fromDate, toDate });
  const lastEntryId = input.after?.lastEntryId ?? extent.lastEntryId;
  const scope = { fromDate, toDate, lastEntryId };
  const organisation = await readOrganisation(db);
  const language = organisation?.language ?? 'fr';
  const writer = SYNTAX_WRITERS[input.syntax];
  const after = input.after ?? { stage: 'accounts', lastEntryId, account: '', clientId: -1 };
  const head = input.after === undefined ? writer.head(headOf(input, organisation, extent, scope)) : '';
  const part =
    after.stage === 'accounts'
      ? await accountsPart(context, scope, after, { input, language, firstDate: extent.firstDate ?? toDate })
      : await entriesPart(context, scope, after, { input, language });
  return { text: head + part.text, next: part.next, entries: part.entries, allEntries: extent.entries };
};

function headOf(
  { form }: Asked,
  organisation: { name: string; language: Language; demonstration: number } | undefined,
  { firstDate, entries }: JournalExtent,
  { fromDate, toDate }: JournalScope,
): Parameters<SyntaxWriter['head']>[0] {
  const language = organisation?.language ?? 'fr';
  const from = fromDate === FIRST_DAY ? (firstDate ?? toDate) : fromDate;
  return {
    title: say('journal.title', { name: organisation?.name ?? '' })[language],
    notes: [
      say('journal.period', { from, to: toDate, entries })[language],
      say(form === 'daily' ? 'journal.daily' : 'journal.clients')[language],
      ...(organisation?.demonstration === 1 ? [say('journal.demonstration')[language]] : []),
    ],
    firstDate: firstDate ?? toDate,
    language,
  };
}

interface Wanted {
  readonly input: Asked;
  readonly language: Language;
}

async function accountsPart(
  { db }: ReportContext,
  scope: JournalScope,
  after: Extract<Cursor, { stage: 'accounts' }>,
  { input, language, firstDate }: Wanted & { firstDate: string },
): Promise<Part> {
  const writer = SYNTAX_WRITERS[input.syntax];
  const isByClient = input.form === 'full';
  const rows = await readAccountPage(db, { ...scope, isByClient }, after, ACCOUNTS_A_PAGE);
  const last = rows.at(-1);
  const { lastEntryId } = scope;
  return {
    text: rows
      .map(({ account, clientNumber }) => plainAccountName(account, clientNumber, language))
      .map((name) => writer.account(name, firstDate))
      .join(''),
    next:
      last && rows.length === ACCOUNTS_A_PAGE
        ? { stage: 'accounts', lastEntryId, account: last.account, clientId: last.clientId }
        : { stage: 'entries', lastEntryId, localDate: '', entryId: 0 },
    entries: 0,
  };
}

async function entriesPart(
  { db }: ReportContext,
  scope: JournalScope,
  after: Extract<Cursor, { stage: 'entries' }>,
  { input, language }: Wanted,
): Promise<Part> {
  const transactions =
    input.form === 'daily'
      ? await dayTransactions(db, scope, after.localDate, language)
      : await entryTransactions(db, scope, after, language);
  const last = transactions.at(-1);
  const isFull = transactions.length === (input.form === 'daily' ? DAYS_A_PAGE : ENTRIES_A_PAGE);
  const writer = SYNTAX_WRITERS[input.syntax];
  return {
    text: transactions
      .filter(({ postings }) => postings.length > 0)
      .map((each) => writer.transaction(each))
      .join(''),
    next:
      last && isFull
        ? {
            stage: 'entries',
            lastEntryId: scope.lastEntryId,
            localDate: last.localDate,
            entryId: last.entryId ?? 0,
          }
        : null,
    entries: transactions.reduce((sum, { entries }) => sum + entries, 0),
  };
}

interface Written extends PlainTransaction {
  readonly postings: { account: string; amountMinor: number }[];
  readonly entries: number;
}

async function entryTransactions(
  db: ReportContext['db'],
  scope: JournalScope,
  after: { localDate: string; entryId: number },
  language: Language,
): Promise<Written[]> {
  const written: Written[] = [];
  for (const row of await readEntryPage(db, scope, after, ENTRIES_A_PAGE)) {
    let last = written.at(-1);
    if (last?.entryId !== row.entryId) {
      const { entryId, localDate, documentNumber, kind } = row;
      const words = sayCode('journal.kind', kind)[language];
      last = { entryId, localDate, code: documentNumber, words, postings: [], entries: 1 };
      written.push(last);
    }
    const account = plainAccountName(row.account, row.clientNumber, language);
    last.postings.push({ account, amountMinor: row.amountMinor });
  }
  return written;
}

async function dayTransactions(
  db: ReportContext['db'],
  scope: JournalScope,
  afterDate: string,
  language: Language,
): Promise<Written[]> {
  const written: Written[] = [];
  for (const row of await readDayPage(db, scope, afterDate, DAYS_A_PAGE)) {
    let last = written.at(-1);
    if (last?.localDate !== row.localDate) {
      const { localDate, entries } = row;
      const words = say('journal.day', { entries })[language];
      last = { entryId: null, localDate, code: '', words, postings: [], entries };
      written.push(last);
    }
    if (row.amountMinor !== 0)
      last.postings.push({
        account: plainAccountName(row.account, null, language),
        amountMinor: row.amountMinor,
      });
  }
  return written;
}
