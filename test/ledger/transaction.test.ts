import { expect, test } from 'vitest';
import { CommitUnknownError, StrayAwaitError } from '../../electron/ledger/ledger.ts';
import {
  auditRow,
  fillMutableTables,
  openTestLedger,
  StandingClock,
  testFolder,
  writeCommits,
} from '../support/ledger-fixture.ts';

const kinds = ['memory', 'file'] as const;
const pathOf = (kind: (typeof kinds)[number]) =>
  kind === 'memory' ? ':memory:' : `${testFolder()}/a.ledger`;

test.each(kinds)(
  'a transaction that throws leaves nothing, and gives its numbers back (%s)',
  async (kind) => {
    const ledger = await openTestLedger({ path: pathOf(kind) });
    await expect(
      ledger.write(async (db) => {
        expect(await db.nextNumber('F')).toBe(1);
        await db.insert('audit_event', auditRow(db));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(ledger.status().headSeq).toBe(0);
    const next = await ledger.write(async (db) => [await db.nextNumber('F'), await db.nextNumber('F')]);
    expect(next).toEqual([1, 2]);
    const rows = await ledger.read((db) => db.all<{ n: number }>`SELECT count(*) AS n FROM audit_event`);
    expect(rows).toEqual([{ n: 0 }]);
  },
);

test.each(kinds)('transactions run one after another in the order they came (%s)', async (kind) => {
  const ledger = await openTestLedger({ path: pathOf(kind) });
  const order: string[] = [];
  const turn = (name: string) =>
    ledger.write(async (db) => {
      order.push(`${name} begins`);
      await db.insert('audit_event', auditRow(db, name));
      await db.get`SELECT 1`;
      order.push(`${name} ends`);
    });
  await Promise.all([turn('a'), turn('b'), turn('c')]);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(ledger.status().headSeq).toBe(3);
});

test.each(kinds)('a read sees only what was committed, and cannot write (%s)', async (kind) => {
  const ledger = await openTestLedger({ path: pathOf(kind) });
  await writeCommits(ledger, 2);
  const count = await ledger.read(
    async (db) => (await db.get<{ n: number }>`SELECT count(*) AS n FROM audit_event`)?.n,
  );
  expect(count).toBe(2);
  const write = ledger.read(
    (db) => db.get`INSERT INTO number_series (series, next) VALUES ('X', 1) RETURNING next`,
  );
  await expect(write).rejects.toThrow();
});

test('a transaction that waits for anything but the ledger is rolled back instead of holding up the counter', async () => {
  const ledger = await openTestLedger();
  const waiting = ledger.write(async (db) => {
    await db.insert('audit_event', auditRow(db));
    await ledger.read((inner) => inner.get`SELECT 1`);
  });
  await expect(waiting).rejects.toBeInstanceOf(StrayAwaitError);
  await writeCommits(ledger, 1);
  expect(ledger.status().headSeq).toBe(1);
});

test('a handle is dead once its transaction has ended', async () => {
  const ledger = await openTestLedger();
  let escaped: Parameters<Parameters<typeof ledger.write>[0]>[0] | undefined;
  await ledger.write(async (db) => {
    escaped = db;
  });
  await expect(escaped!.insert('audit_event', auditRow(escaped!))).rejects.toThrow('has ended');
  await expect(escaped!.all`SELECT 1`).rejects.toThrow('has ended');
});

test('facts, process rows and series are not written by hand', async () => {
  const ledger = await openTestLedger();
  await expect(
    ledger.write(
      (db) => db.run`INSERT INTO audit_event (commit_seq, kind, detail, at) VALUES (1, 'x', '', '')`,
    ),
  ).rejects.toThrow('only by insert');
  await expect(ledger.write((db) => db.run`UPDATE attempt SET state = 'sent'`)).rejects.toThrow(
    'only by insert',
  );
  await expect(ledger.write((db) => db.run`UPDATE OR REPLACE number_series SET next = 9`)).rejects.toThrow(
    'only by insert',
  );
  await expect(ledger.write((db) => db.run`DELETE FROM ledger_seal`)).rejects.toThrow('only by insert');
});

test.each([1.5, Number.NaN, 2 ** 53, undefined])('%s is no value for a statement', async (value) => {
  const ledger = await openTestLedger();
  await expect(ledger.read((db) => db.get`SELECT ${value as number} AS x`)).rejects.toThrow(TypeError);
  const row = { kind: 'x', staff_id: value as number, subject: null, detail: '', at: '' };
  await expect(ledger.write((db) => db.insert('audit_event', row))).rejects.toThrow('audit_event.staff_id');
});

test('time never goes back: a slow clock keeps the last commit’s time and says so', async () => {
  const clock = new StandingClock('2026-03-02T14:00:00.000Z');
  const ledger = await openTestLedger({ clock });
  await writeCommits(ledger, 1);
  expect(ledger.status().clockSuspect).toBe(false);
  clock.at = '2016-03-02T14:00:00.000Z';
  expect(ledger.status().clockSuspect).toBe(true);
  expect(await ledger.write(async (db) => db.at)).toBe('2026-03-02T14:00:00.000Z');
});

test('the local date is the organisation’s, across midnight and daylight saving', async () => {
  const clock = new StandingClock('2026-03-08T04:59:59.000Z');
  const ledger = await openTestLedger({ clock });
  expect(await ledger.write(async (db) => db.localDate)).toBe('2026-03-07');
  clock.at = '2026-03-09T03:59:59.000Z';
  expect(await ledger.write(async (db) => db.localDate)).toBe('2026-03-08');
  clock.at = '2026-03-09T04:00:00.000Z';
  expect(await ledger.write(async (db) => db.localDate)).toBe('2026-03-09');
});

test('a COMMIT that throws is of unknown outcome: said so, and read back on a new connection', async () => {
  let failing = false;
  const probe = (point: string) => {
    if (failing && point === 'commit:after') throw new Error('EIO');
  };
  const ledger = await openTestLedger({ path: `${testFolder()}/a.ledger`, probe });
  await writeCommits(ledger, 1);
  failing = true;
  await expect(writeCommits(ledger, 1)).rejects.toBeInstanceOf(CommitUnknownError);
  failing = false;
  const count = await ledger.read(
    async (db) => (await db.get<{ n: number }>`SELECT count(*) AS n FROM audit_event`)?.n,
  );
  expect(count).toBe(2);
  await writeCommits(ledger, 1);
  expect(ledger.status().headSeq).toBe(3);
  expect((await ledger.verify()).problems).toEqual([]);
});

test('process rows open in their first state, move along legal edges, and leave events', async () => {
  const ledger = await openTestLedger();
  await fillMutableTables(ledger);
  const id = await ledger.write((db) =>
    db.open('till_session', { till_id: 1, staff_id: 1, local_date: db.localDate, at: db.at }),
  );
  await ledger.write((db) => db.move('till_session', id, 'ended', { staffId: 1, detail: { why: 'noon' } }));
  await expect(ledger.write((db) => db.move('till_session', id, 'open'))).rejects.toThrow(
    'does not move from ended to open',
  );
  await expect(ledger.write((db) => db.move('till_session', 99, 'ended'))).rejects.toThrow(
    'no till_session 99',
  );
  const events = await ledger.read(
    (db) =>
      db.all`SELECT from_state, to_state, staff_id, detail FROM process_event WHERE process = 'till_session'`,
  );
  expect(events).toEqual([
    {
      from_state: null,
      to_state: 'open',
      staff_id: 1,
      detail: '{"till_id":1,"staff_id":1,"local_date":"2026-03-02","at":"2026-03-02T14:00:00.000Z"}',
    },
    { from_state: 'open', to_state: 'ended', staff_id: 1, detail: '{"why":"noon"}' },
  ]);
  expect((await ledger.verify()).problems).toEqual([]);
});

test('a move whose event cannot be written is not committed, even when its error is swallowed', async () => {
  const ledger = await openTestLedger();
  await fillMutableTables(ledger);
  const opening = { till_id: 1, staff_id: 1, local_date: '2026-03-02', at: '' };
  const id = await ledger.write((db) => db.open('till_session', opening));
  const half = ledger.write((db) =>
    db.move('till_session', id, 'ended', { staffId: 99 }).catch(() => undefined),
  );
  await expect(half).rejects.toThrow('failed half-way');
  expect(await ledger.read((db) => db.get`SELECT state FROM till_session`)).toEqual({ state: 'open' });
});

test('a statement is prepared once for its place in the source', async () => {
  const ledger = await openTestLedger();
  const count = (n: number) => ledger.read((db) => db.get<{ x: number }>`SELECT ${n} + 1 AS x`);
  expect(await count(1)).toEqual({ x: 2 });
  expect(await count(2)).toEqual({ x: 3 });
});
