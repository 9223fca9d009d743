import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS, migrate, requireSchema } from '../../electron/ledger/migrate.ts';
import { testFolder } from '../support/ledger-fixture.ts';

const VERSION = 31;
const AT = '2026-03-02T14:00:00.000Z';

test('tills keep their printers and queued papers their place; the guards stand again and know the new papers', () => {
  const database = new Database(`${testFolder()}/before.ledger`);
  database.pragma('foreign_keys = ON');
  migrate(
    database,
    MIGRATIONS.filter(({ version }) => version < VERSION),
    AT,
  );
  database.exec(`
    INSERT INTO staff (id, name, roles, language) VALUES (1, 'founder', '[]', 'fr');
    INSERT INTO till (id, name, printer, printer_address, printer_columns, prints_receipts)
      VALUES (1, 'Caisse 1', 'network', '10.0.0.9', 32, 1), (2, 'Caisse 2', 'file', '', 48, 0);
    INSERT INTO print_job (id, state, till_id, kind, number, staff_id, at)
      VALUES (7, 'queued', 1, 'z-report', 'Z-1-0001', 1, '${AT}');
  `);
  const upTo = MIGRATIONS.filter(({ version }) => version <= VERSION);
  migrate(database, upTo, AT);
  requireSchema(database, upTo);

  const tills = database.prepare('SELECT printer, printer_address, printer_columns, printer_page FROM till');
  expect(tills.raw().all()).toEqual([
    ['network', '10.0.0.9', 32, 'roll'],
    ['file', '', 48, 'roll'],
  ]);
  expect(database.prepare('SELECT id, state, kind, number FROM print_job').raw().all()).toEqual([
    [7, 'queued', 'z-report', 'Z-1-0001'],
  ]);

  const add = database.prepare(
    `INSERT INTO print_job (state, till_id, kind, number, staff_id, at) VALUES (?, 1, ?, 'X-1', 1, '${AT}')`,
  );
  for (const kind of ['x-report', 'deposit-slip', 'receipt']) add.run('queued', kind);
  expect(() => add.run('queued', 'statement')).toThrow('CHECK');
  expect(() => add.run('printed', 'receipt')).toThrow('begins as queued');
  const change = (sql: string) => () => database.exec(sql);
  expect(change(`UPDATE print_job SET kind = 'invoice' WHERE id = 7`)).toThrow('its state');
  expect(change(`UPDATE print_job SET state = 'printed' WHERE id = 7`)).toThrow('no such move');
  expect(change('DELETE FROM print_job')).toThrow('never deleted');
  expect(change(`UPDATE till SET printer = 'fax'`)).toThrow('CHECK');
  expect(change(`UPDATE till SET printer = 'system', printer_page = 'letter'`)).not.toThrow();
  database.close();
});
