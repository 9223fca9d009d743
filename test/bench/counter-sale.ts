import Database from 'better-sqlite3';
import { FACT_TABLES } from '../../electron/ledger/tables.ts';
import { furnish, openBenchDesk } from './bench-desk.ts';
import { measureSideBySide } from './ratio.ts';

const ROUNDS = 41;
const SALES_PER_ROUND = 25;

/**
 * One counter sale (three items, one payment, allocations, journal, chain, audit) through dispatch, against a bare
 * better-sqlite3 program that writes the same rows, with their indexes but no rule, no trigger and no hash to compute,
 * by prepared statements in one transaction. Both commit with synchronous=FULL on the same disk.
 */
export async function benchCounterSale(): Promise<void> {
  const desk = await openBenchDesk();
  const sale = await furnish(desk);
  await desk.call('invoice.issue', sale);
  const bare = openBareProgram(desk.path);
  const sell = async () => {
    await desk.call('invoice.issue', sale);
  };
  await measureSideBySide(5, SALES_PER_ROUND, sell, bare.sell);
  const { firstMs, secondMs } = await measureSideBySide(ROUNDS, SALES_PER_ROUND, sell, bare.sell);
  console.log(
    `counter sale: ${firstMs.toFixed(3)} ms through the service, ${secondMs.toFixed(3)} ms bare (${bare.rows} rows), ` +
      `${(secondMs / firstMs).toFixed(2)} of the bare program`,
  );
  bare.close();
  await desk.close();
  await desk.remove();
}

type Cell = string | number | Uint8Array | null;

/** Learns from the last sale in the ledger which rows it wrote, and writes the like of them in a copy without triggers. */
function openBareProgram(path: string) {
  const file = `${path}-bare`;
  const snapshot = new Database(path, { readonly: true });
  snapshot.prepare('VACUUM INTO ?').run(file);
  snapshot.close();

  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  for (const { name } of database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all() as {
    name: string;
  }[])
    database.exec(`DROP TRIGGER ${name}`);
  const lastSeq = database.prepare('SELECT max(seq) FROM ledger_commit').pluck().get() as number;

  const inserts: { statement: Database.Statement<Cell[]>; rows: Cell[][]; unique: number[] }[] = [];
  let rows = 2;
  for (const [table, { columns, unique }] of Object.entries(FACT_TABLES)) {
    const names = ['id', 'commit_seq', ...Object.keys(columns)];
    const written = database
      .prepare(`SELECT ${names.join(', ')} FROM ${table} WHERE commit_seq = ?`)
      .raw()
      .all(lastSeq) as Cell[][];
    if (written.length === 0) continue;
    rows += written.length;
    const single = unique.filter((key) => key.length === 1).flatMap((key) => names.indexOf(key[0] ?? ''));
    inserts.push({
      statement: database.prepare<Cell[]>(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ),
      rows: written,
      unique: single,
    });
  }
  const commit = database.prepare('INSERT INTO ledger_commit (seq, at) VALUES (?, ?)');
  const seal = database.prepare('INSERT INTO ledger_seal (seq, previous_hash, hash) VALUES (?, ?, ?)');
  const series = database.prepare(`UPDATE number_series SET next = next + 1 WHERE series IN ('F', 'R')`);

  const references = referencesOf(database);
  let count = 0;
  const sell = database.transaction(() => {
    count += 1;
    const seq = lastSeq + count;
    commit.run(seq, '2026-03-02T14:00:00.000Z');
    series.run();
    for (const { statement, rows: written, unique } of inserts)
      for (const row of written) {
        const cells = [...row];
        cells[0] = (row[0] as number) + count * SPACING;
        cells[1] = seq;
        for (const column of unique)
          if (typeof row[column] === 'string') cells[column] = `${row[column]}-${count}`;
        for (const column of references(statement)) {
          const value = row[column];
          if (typeof value === 'number') cells[column] = value + count * SPACING;
        }
        statement.run(...cells);
      }
    const hash = Buffer.alloc(32);
    hash.writeUInt32BE(count);
    seal.run(seq, Buffer.alloc(32), hash);
  });
  return { sell, rows, close: () => database.close() };

  /** Columns that point to rows of the same sale move with it; the others keep pointing to the desk's own rows. */
  function referencesOf(inside: Database.Database) {
    const moving = new Set(['journal_entry', 'invoice', 'invoice_item', 'payment', 'credit_memo']);
    const cache = new Map<Database.Statement<Cell[]>, number[]>();
    return (statement: Database.Statement<Cell[]>) => {
      const known = cache.get(statement);
      if (known) return known;
      const table = /INTO (\w+)/.exec(statement.source)?.[1] ?? '';
      const names = [
        'id',
        'commit_seq',
        ...Object.keys(FACT_TABLES[table as keyof typeof FACT_TABLES].columns),
      ];
      const keys = inside.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[];
      const columns = keys.filter((key) => moving.has(key.table)).map((key) => names.indexOf(key.from));
      cache.set(statement, columns);
      return columns;
    };
  }
}

/** Far enough apart that the rows of one sale never meet those of another. */
const SPACING = 1_000;
