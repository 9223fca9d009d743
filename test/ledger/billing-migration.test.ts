import { cpSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, requireSchema } from '../../electron/ledger/migrate.ts';
import { filledLedgerFile, openTestLedger, testFolder } from '../support/ledger-fixture.ts';
import { writeSmallDay } from '../support/small-day.ts';

const AT = '2026-03-02T14:00:00.000Z';

/** A ledger as a program of before this migration left it. */
function ledgerBefore(version: number): Database.Database {
  const database = new Database(`${testFolder()}/before.ledger`);
  database.pragma('foreign_keys = ON');
  database.pragma('synchronous = OFF');
  migrate(
    database,
    MIGRATIONS.filter((migration) => migration.version < version),
    AT,
  );
  return database;
}

function migrateWhole(database: Database.Database): void {
  migrate(database, MIGRATIONS, AT);
  requireSchema(database, MIGRATIONS);
  expect(database.pragma('foreign_key_check')).toEqual([]);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
}

test('policies and plans that were words on a product keep every word, and nothing of them is applied', () => {
  const database = ledgerBefore(20);
  const details = (code: string) =>
    JSON.parse(
      database.prepare<[string], string>('SELECT details FROM product WHERE code = ?').pluck().get(code) ??
        '',
    ) as Record<string, unknown>;
  const add =
    database.prepare(`INSERT INTO product (code, barcode, type, name_fr, name_en, price_minor, tax_class,
    ledger_code, stock_tracked, active, details) VALUES (?, NULL, 'activity', 'Bain', '', 1000, 'taxable', '4000', 0, 1, ?)`);
  add.run(
    'A',
    JSON.stringify({ policy: '10 % avant le début', plan: '3 versements', startDate: '2026-04-01' }),
  );
  add.run(
    'B',
    JSON.stringify({ policy: '10 % avant le début', description: 'Piscine', plan: 'en deux fois' }),
  );
  add.run('C', JSON.stringify({ policy: '', plan: '' }));
  add.run('D', JSON.stringify({ policy: 'aucun remboursement' }));
  add.run('E', JSON.stringify({ occurrences: 8 }));

  migrateWhole(database);

  const policies = database.prepare<[], { definition: string; active: number }>(
    'SELECT definition, active FROM cancellation_policy ORDER BY id',
  );
  const kept = policies.all().map(({ definition, active }) => [JSON.parse(definition).nameFr, active]);
  expect(kept.sort()).toEqual([
    ['10 % avant le début', 0],
    ['aucun remboursement', 0],
  ]);
  const [a, b] = [details('A'), details('B')];
  expect(a).toEqual({ startDate: '2026-04-01', policyId: expect.any(Number), description: '3 versements' });
  expect(b).toEqual({ policyId: a.policyId, description: 'Piscine\nen deux fois' });
  expect(details('C')).not.toHaveProperty('policy');
  expect(details('C')).not.toHaveProperty('plan');
  expect(details('D').policyId).not.toBe(a.policyId);
  expect(details('E')).toEqual({ occurrences: 8 });
  database.close();
});

const filledDay = filledLedgerFile(writeSmallDay);

const namesOf = (database: Database.Database, type: 'table' | 'trigger') =>
  database
    .prepare<[string], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all(type);
const columnsOf = (database: Database.Database, table: string) =>
  (database.pragma(`table_xinfo(${table})`) as { name: string; hidden: number }[])
    .filter(({ hidden }) => hidden === 0)
    .map(({ name }) => name);

/** A day's rows as a program of before the version would have left them: its guards stand aside while they are put in. */
function fillBefore(version: number, filledPath: string): string {
  const database = ledgerBefore(version);
  database.pragma('foreign_keys = OFF');
  const guards = namesOf(database, 'trigger');
  database.prepare('ATTACH ? AS filled').run(filledPath);
  database.transaction(() => {
    for (const { name } of guards) database.exec(`DROP TRIGGER ${name}`);
    for (const table of plainTables(database)) {
      const columns = columnsOf(database, table).join(', ');
      database.exec(
        `DELETE FROM ${table}; INSERT INTO ${table} (${columns}) SELECT ${columns} FROM filled.${table}`,
      );
    }
    for (const { sql } of guards) database.exec(sql);
  })();
  database.exec('DETACH filled');
  database.close();
  cpSync(`${filledPath}.head`, `${database.name}.head`);
  return database.name;
}

/** Not those of the search, which other rows fill, nor the list of migrations. */
function plainTables(database: Database.Database): string[] {
  const tables = namesOf(database, 'table');
  const isSearch = (name: string) =>
    tables.some(({ name: of, sql }) => sql.startsWith('CREATE VIRTUAL') && `${name}_`.startsWith(`${of}_`));
  return tables.map(({ name }) => name).filter((name) => name !== 'schema_migration' && !isSearch(name));
}

/** The rows of a ledger file, in the columns it had before. */
function rowsOf(path: string, columns: ReadonlyMap<string, string[]>): Map<string, unknown[]> {
  const database = new Database(path, { readonly: true });
  const rows = [...columns].map(([table, names]): [string, unknown[]] => [
    table,
    database
      .prepare(`SELECT ${names.join(', ')} FROM ${table}`)
      .raw()
      .all(),
  ]);
  database.close();
  return new Map(rows);
}

test('a filled ledger of before billing keeps its rows, its guards and its chain, also where a text is corrected in place', async () => {
  const path = fillBefore(20, await filledDay());
  const old = new Database(path, { readonly: true });
  const columns = new Map(plainTables(old).map((table) => [table, columnsOf(old, table)]));
  old.close();
  const before = rowsOf(path, columns);
  expect(before.get('payment')).toHaveLength(2);

  const ledger = await openTestLedger({ path });
  expect(ledger.status().readOnly).toBe(null);
  expect((await ledger.verify()).problems).toEqual([]);
  await ledger.close();

  for (const [table, rows] of rowsOf(path, columns)) expect(rows, table).toEqual(before.get(table));
  const database = new Database(path);
  requireSchema(database, MIGRATIONS);
  expect(database.pragma('foreign_key_check')).toEqual([]);
  expect(() => database.exec('DELETE FROM payment')).toThrow('append-only');
  expect(() => database.exec("UPDATE attempt SET driver = 'by-hand'")).toThrow();
  expect(() => database.exec('UPDATE refund SET amount_minor = 1')).toThrow();
  // the widened words are in, and no others
  const payment = namesOf(database, 'table').find(({ name }) => name === 'payment')?.sql;
  expect(payment).toContain("'online-card', 'echeck'");
  database.close();
});
