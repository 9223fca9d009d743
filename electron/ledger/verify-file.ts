import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { verifyFile } from './verify.ts';
import type { VerifyReport } from './verify-report.ts';

/** The report as lines for a terminal. */
export function reportLines(path: string, report: VerifyReport): string[] {
  const { counts } = report;
  return [
    `${path}`,
    `commits ${counts.commits}, facts ${counts.facts}, journal entries ${counts.journalEntries}`,
    ...Object.entries(counts.tables)
      .filter(([, rows]) => rows > 0)
      .map(([table, rows]) => `  ${table.padEnd(22)} ${String(rows).padStart(9)}`),
    `head ${report.headSeq} ${report.headHash}`,
    ...report.notes.map(({ words }) => `note: ${words.en}`),
    ...report.problems.map(({ check, words }) => `PROBLEM (${check}): ${words.en}`),
    report.ok ? 'OK: the ledger verifies.' : `NOT OK: ${report.problems.length} problem(s).`,
  ];
}

async function main(paths: readonly string[]): Promise<number> {
  if (paths.length === 0) {
    process.stderr.write('usage: npm run verify -- FILE...\n');
    return 2;
  }
  let worst = 0;
  for (const path of paths) {
    try {
      if (!existsSync(path)) throw new Error('no such file');
      const report = await verifyFile(path);
      process.stdout.write(`${reportLines(path, report).join('\n')}\n`);
      if (!report.ok) worst = Math.max(worst, 1);
    } catch (error) {
      const reason =
        error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB' ? 'not a ledger' : error;
      process.stderr.write(`${path}: ${reason instanceof Error ? reason.message : String(reason)}\n`);
      worst = Math.max(worst, 1);
    }
  }
  return worst;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
