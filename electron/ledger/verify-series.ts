import type Database from 'better-sqlite3';
import { printedNumber, readNextNumbers, zSeries } from './number-series.ts';
import type { Report } from './verify.ts';

/** Where the numbers of each ledger-wide series stand. */
const DOCUMENTS: readonly (readonly [series: string, table: string])[] = [
  ['F', 'invoice'],
  ['NC', 'credit_memo'],
  ['R', 'payment'],
  ['RB', 'refund_outcome'],
  ['RX', 'refund_excess'],
  ['C', 'client'],
  ['DB', 'deposit_slip'],
  ['RC', 'statement'],
];

/** Every series counts 1, 2, 3 … up to its next number; numbers lost in a restore fill their place and are noted. */
export function checkSeries(database: Database.Database, report: Report, note: Report): void {
  const next = readNextNumbers(database);
  for (const [series, table] of DOCUMENTS) {
    checkOne(
      database,
      series,
      `SELECT substr(number, ${series.length + 2}) + 0 AS number FROM ${table}`,
      next,
      report,
    );
    const misnamed = database
      .prepare<[string], string>(`SELECT number FROM ${table} WHERE number NOT GLOB ? LIMIT 5`)
      .pluck()
      .all(`${series}-[0-9]*`);
    for (const number of misnamed) {
      report(
        'series',
        `${table} : numéro « ${number} » hors série.`,
        `${table}: number "${number}" is of no series.`,
      );
    }
  }
  for (const tillId of database.prepare<[], number>('SELECT DISTINCT till_id FROM z_report').pluck().all()) {
    checkOne(
      database,
      zSeries(tillId),
      `SELECT number FROM z_report WHERE till_id = ${tillId}`,
      next,
      report,
    );
  }
  const lost = database
    .prepare<[], { series: string; number: number }>(
      'SELECT series, number FROM lost_number ORDER BY series, number',
    )
    .all();
  for (const { series, number } of lost) {
    const printed = named(series, number);
    note('lost-number', `${printed} : perdu lors d'une restauration.`, `${printed}: lost in a restore.`);
  }
}

/** A damaged file may hold a number that none of ours could be. */
function named(series: string, number: number): string {
  return Number.isSafeInteger(number) && number > 0 ? printedNumber(series, number) : String(number);
}

function checkOne(
  database: Database.Database,
  series: string,
  numbers: string,
  next: ReadonlyMap<string, number>,
  report: Report,
): void {
  const holes = database
    .prepare<[string], { number: number; previous: number }>(
      `SELECT number, previous FROM (
         SELECT number, lag(number, 1, 0) OVER (ORDER BY number) AS previous
         FROM (${numbers} UNION ALL SELECT number FROM lost_number WHERE series = ?)
       ) WHERE number <> previous + 1 LIMIT 10`,
    )
    .all(series);
  for (const { number, previous } of holes) {
    const from = named(series, previous);
    const to = named(series, number);
    report(
      'series',
      `Trou ou doublon entre ${from} et ${to}.`,
      `Gap or duplicate between ${from} and ${to}.`,
    );
  }
  const last = database
    .prepare<[string], number | null>(
      `SELECT max(number) FROM (${numbers} UNION ALL SELECT number FROM lost_number WHERE series = ?)`,
    )
    .pluck()
    .get(series);
  if ((last ?? 0) + 1 !== (next.get(series) ?? 1)) {
    report(
      'series',
      `La série ${series} s'arrête à ${last ?? 0}, mais le prochain numéro est ${next.get(series) ?? 1}.`,
      `Series ${series} ends at ${last ?? 0}, but its next number is ${next.get(series) ?? 1}.`,
    );
  }
}
