import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { plainAccountName } from '../../electron/ledger/journal-export/account-name.ts';
import type { ParsedInput } from '../../shared/contract/contract.ts';
import type { TestService } from '../support/test-service.ts';
import { type Balances, READERS, type Tool } from './plain-text-tools.ts';

type Asked = ParsedInput<'report.journal'>;

/** The whole text, page by page as a screen asks for it. */
export async function exportJournal(desk: TestService, asked: Omit<Asked, 'after'>): Promise<string> {
  const parts: string[] = [];
  let after: Asked['after'];
  let entries = 0;
  for (;;) {
    const page = await desk.call('report.journal', { ...asked, ...(after ? { after } : {}) });
    parts.push(page.text);
    entries += page.entries;
    if (page.next === null) {
      expect(entries).toBe(page.allEntries);
      return parts.join('');
    }
    after = page.next;
  }
}

/** Our own balances by account at the end of a day, clients apart or in one, straight from the journal's lines. */
async function ownBalances(desk: TestService, form: Asked['form'], lastDate: string): Promise<Balances> {
  const { language } = await desk.call('organisation.read', {});
  const rows = await desk
    .service()
    .ledger()
    .read(
      (db) => db.all<{ account: string; number: string | null; minor: number }>`
        SELECT account, client.number, sum(amount_minor) AS minor
        FROM journal_line JOIN journal_entry ON journal_entry.id = entry_id
        LEFT JOIN client ON client.id = client_id
        WHERE local_date <= ${lastDate} GROUP BY account, client.number`,
    );
  const sums = new Map<string, number>();
  for (const { account, number, minor } of rows) {
    const name = plainAccountName(account, form === 'daily' ? null : number, language);
    sums.set(name, (sums.get(name) ?? 0) + minor);
  }
  if (form === 'full') expect(sums.size).toBe(rows.length);
  return new Map([...sums].filter(([, minor]) => minor !== 0));
}

/** The first day of each month from the one after the first entry to the one after the last. */
async function monthStarts(desk: TestService): Promise<string[]> {
  const days = await desk
    .service()
    .ledger()
    .read(
      (db) => db.get<{ first: string; last: string }>`
        SELECT min(local_date) AS first, max(local_date) AS last FROM journal_entry`,
    );
  const starts: string[] = [];
  let [year = 0, month = 0] = (days?.first ?? '').split('-').map(Number);
  do {
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
    starts.push(`${year}-${String(month).padStart(2, '0')}-01`);
  } while (starts.at(-1)! <= (days?.last ?? ''));
  return starts;
}

const dayBefore = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export type ExportCase = readonly [form: Asked['form'], language: 'fr' | 'en'];

/** Exports the journal, lets each program judge the file, and compares every account at every month's end. */
export async function compareWithTools(
  desk: TestService,
  tools: readonly Tool[],
  cases: readonly ExportCase[],
): Promise<{ months: number; balances: number }> {
  const starts = await monthStarts(desk);
  const folder = mkdtempSync(join(tmpdir(), 'guichet-journal-'));
  let balances = 0;
  try {
    for (const [form, language] of cases) {
      const { name, address, phone, gstNumber, qstNumber } = await desk.call('organisation.read', {});
      await desk.call('organisation.change', { name, address, phone, gstNumber, qstNumber, language });
      const own = new Map<string, Balances>();
      for (const start of starts) own.set(start, await ownBalances(desk, form, dayBefore(start)));
      for (const tool of tools) {
        const syntax = tool === 'beancount' ? 'beancount' : 'ledger';
        const file = join(folder, `${form}.${syntax}`);
        writeFileSync(file, await exportJournal(desk, { syntax, form }));
        READERS[tool].check(file);
        for (const [start, ours] of own) {
          const read = READERS[tool].balancesBefore(file, start);
          expect([...read].toSorted(), `${tool}, ${form}, ${language}, before ${start}`).toEqual(
            [...ours].toSorted(),
          );
          balances += ours.size;
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { months: starts.length, balances };
}
