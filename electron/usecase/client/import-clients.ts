import { clientOperations } from '../../../shared/contract/client.ts';
import type { ParsedInput } from '../../../shared/contract/contract.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { recordAudit } from '../../ledger/audit-event.ts';
import { readClientOfCard } from '../../ledger/client-store.ts';
import type { ReadableLedger } from '../../ledger/ledger.ts';
import { readOrganisation } from '../../ledger/organisation-store.ts';
import type { CommandHandler } from '../context.ts';
import { type CsvRow, readCsvTable } from '../import/csv-table.ts';
import { ImportReport } from '../import/import-report.ts';
import { CLIENT_COLUMNS, KINDS, LANGUAGES } from './client-columns.ts';
import { openAccount } from './open-client.ts';

type Account = ParsedInput<'client.open'>;
type Person = NonNullable<Account['people']>[number];

const accountSchema = clientOperations['client.open'].input;

/** Opens every account of a CSV file, or none: each row passes the same checks as `client.open`. */
export const importClients: CommandHandler<'client.import'> = async ({ db, staff }, { csv }) => {
  const report = new ImportReport();
  const rows = readCsvTable(csv, CLIENT_COLUMNS, report);
  const accounts = readAccounts(rows, report);
  await refuseTakenCards(db, rows, report);
  report.requireNone();
  const organisation = await readOrganisation(db);
  for (const account of accounts) await openAccount(db, account, organisation?.language ?? 'fr');
  await recordAudit(db, {
    kind: 'client.imported',
    staffId: staff.staffId,
    subject: null,
    detail: { count: accounts.length },
  });
  return { importedCount: accounts.length };
};

function readAccounts(rows: readonly CsvRow[], report: ImportReport): Account[] {
  const accounts: Account[] = [];
  const byReference = new Map<string, Account>();
  for (const row of rows) {
    const parsed = accountSchema.safeParse(accountInput(row), { reportInput: true });
    if (!parsed.success) {
      report.refuseIssues(row.line, parsed.error.issues, row.cells, fieldOf);
      continue;
    }
    const reference = row.cells.get('reference');
    const first = reference === undefined ? undefined : byReference.get(reference);
    if (first) {
      addPeople(first, parsed.data.people ?? [], row, report);
      continue;
    }
    accounts.push(parsed.data);
    if (reference !== undefined) byReference.set(reference, parsed.data);
  }
  return accounts;
}

const PEOPLE_MAX = 50;

function addPeople(account: Account, people: readonly Person[], row: CsvRow, report: ImportReport): void {
  account.people ??= [];
  account.people.push(...people);
  if (people.length === 0) report.refuse({ line: row.line, field: 'givenName', problem: 'required' });
  else if (account.people.length > PEOPLE_MAX)
    report.refuse({ line: row.line, field: 'givenName', problem: 'too-many', limit: PEOPLE_MAX });
}

function accountInput({ cells }: CsvRow): unknown {
  const worded = (field: string, words: Readonly<Record<string, string>>) => {
    const text = cells.get(field);
    return text === undefined ? undefined : (words[foldText(text)] ?? text);
  };
  const isPerson = ['givenName', 'familyName', 'birthDate', 'tags'].some((field) => cells.has(field));
  const person = {
    givenName: cells.get('givenName'),
    familyName: cells.get('familyName'),
    birthDate: cells.get('birthDate'),
    tags: cells
      .get('tags')
      ?.split(/[,;|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  };
  return {
    name: cells.get('name'),
    kind: worded('kind', KINDS),
    language: worded('language', LANGUAGES),
    phone: cells.get('phone'),
    email: cells.get('email'),
    cardNumber: cells.get('cardNumber'),
    address: cells.get('address'),
    note: cells.get('note'),
    people: isPerson ? [person] : undefined,
  };
}

/** `people.0.tags.2` is the column of the tags. */
const fieldOf = (path: readonly PropertyKey[]) =>
  String(path.find((part) => typeof part === 'string' && part !== 'people') ?? '');

async function refuseTakenCards(
  db: ReadableLedger,
  rows: readonly CsvRow[],
  report: ImportReport,
): Promise<void> {
  const lines = new Map<string, string | undefined>();
  for (const { line, cells } of rows) {
    const value = cells.get('cardNumber')?.normalize('NFC');
    if (value === undefined) continue;
    const reference = cells.get('reference');
    const isSameAccount = reference !== undefined && lines.get(value) === reference;
    if (lines.has(value) && !isSameAccount)
      report.refuse({ line, field: 'cardNumber', problem: 'repeated', value });
    else if (await readClientOfCard(db, value))
      report.refuse({ line, field: 'cardNumber', problem: 'already-taken', value });
    lines.set(value, reference);
  }
}
