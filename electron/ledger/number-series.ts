import type Database from 'better-sqlite3';
import { type DocumentSeries, formatNumber, formatZNumber } from '../../shared/domain/document-number.ts';

/** Name of the series in which a till numbers its own closing reports; the others are DocumentSeries. */
export function zSeries(tillId: number): string {
  return `Z-${tillId}`;
}

/** A number of any series as it was printed: R-000123, Z-2-0001. */
export function printedNumber(series: string, number: number): string {
  if (series.startsWith('Z-')) return formatZNumber(Number(series.slice(2)), number);
  return formatNumber(series as DocumentSeries, number);
}

/** Next number of each series, by name. */
export type NextNumbers = ReadonlyMap<string, number>;

/** Takes numbers inside the running transaction: a rollback gives them back, so no series ever has a hole. */
export class NumberSeries {
  readonly #database: Database.Database;
  readonly #take: Database.Statement<[string]>;
  readonly #changed = new Map<string, number>();
  #next: Map<string, number>;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#take = database
      .prepare<[string]>(
        `INSERT INTO number_series (series, next) VALUES (?, 2)
         ON CONFLICT (series) DO UPDATE SET next = next + 1 RETURNING next - 1`,
      )
      .pluck();
    this.#next = readNextNumbers(database);
  }

  /** The next number of the series, from 1. */
  take(series: string): number {
    const number = this.#take.get(series) as number;
    this.#changed.set(series, number + 1);
    return number;
  }

  /** The committed next numbers together with those of the running transaction. */
  preview(): NextNumbers {
    return this.#changed.size === 0 ? this.#next : new Map([...this.#next, ...this.#changed]);
  }

  keep(): NextNumbers {
    for (const [series, next] of this.#changed) this.#next.set(series, next);
    this.#changed.clear();
    return this.#next;
  }

  forget(): void {
    this.#changed.clear();
  }

  /** Reads the committed numbers again, after a recovery moved them on. */
  reload(): NextNumbers {
    this.#changed.clear();
    this.#next = readNextNumbers(this.#database);
    return this.#next;
  }
}

/** Next number of each series as committed. */
export function readNextNumbers(database: Database.Database): Map<string, number> {
  const rows = database
    .prepare<[], { series: string; next: number }>('SELECT series, next FROM number_series')
    .all();
  return new Map(rows.map((row) => [row.series, row.next]));
}
