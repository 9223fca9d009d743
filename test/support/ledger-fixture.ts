import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import type { Clock, Ledger, WritableLedger } from '../../electron/ledger/ledger.ts';
import { type OpenLedgerOptions, openLedger } from '../../electron/ledger/open-ledger.ts';
import type { FactRow } from '../../electron/ledger/tables.ts';
import { formatNumber } from '../../shared/domain/document-number.ts';

/** A clock that stands still until a test moves it. */
export class StandingClock implements Clock {
  at: string;
  constructor(at = '2026-03-02T14:00:00.000Z') {
    this.at = at;
  }
  now(): Date {
    return new Date(this.at);
  }
}

/** A folder of this test alone, gone after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A file filled once for a whole test file; each call gives a copy of its own, without opening a ledger again.
 * To be called at the top of the test file.
 */
export function filledLedgerFile(fill: (ledger: Ledger) => Promise<void>): () => Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-filled-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let filled: Promise<void> | undefined;
  const makeOnce = async () => {
    const ledger = await openLedger({
      path: join(folder, 'a.ledger'),
      clock: new StandingClock(),
      timeZone: () => 'America/Toronto',
    });
    await fill(ledger);
    await ledger.close();
  };
  return async () => {
    filled ??= makeOnce();
    await filled;
    const copy = testFolder();
    cpSync(folder, copy, { recursive: true });
    return join(copy, 'a.ledger');
  };
}

/** Opens a ledger with a standing clock in Toronto; in memory unless a path is given. Closed after the test. */
export async function openTestLedger(options: Partial<OpenLedgerOptions> = {}): Promise<Ledger> {
  const ledger = await openLedger({
    path: ':memory:',
    clock: new StandingClock(),
    timeZone: () => 'America/Toronto',
    ...options,
  });
  onTestFinished(() => ledger.close());
  return ledger;
}

/** The rows that facts refer to: staff 1 and 2, client 1 (household) and 2, terminal 1, till 1 and 2, product 1. */
export async function fillMutableTables(ledger: Ledger): Promise<void> {
  await ledger.write(async (db) => {
    await db.run`INSERT INTO staff (id, name, roles, language) VALUES (1, 'Claire', 'clerk', 'fr'), (2, 'Serge', 'supervisor', 'fr')`;
    const numbers = [
      formatNumber('C', await db.nextNumber('C')),
      formatNumber('C', await db.nextNumber('C')),
    ];
    await db.run`INSERT INTO client (id, number, kind, name, language, phone, email, address, note, created_at)
      VALUES (1, ${numbers[0]!}, 'household', 'Desrosiers', 'fr', '', '', '', '', ''), (2, ${numbers[1]!}, 'household', 'Ng', 'en', '', '', '', '', '')`;
    await db.run`INSERT INTO person (id, client_id, given_name, family_name, is_owner, tags) VALUES (1, 1, 'Zoé', 'Desrosiers', 1, '')`;
    await db.run`INSERT INTO terminal (id, name, driver, device_number) VALUES (1, 'T1', 'standalone', '')`;
    await db.run`INSERT INTO till (id, name, terminal_id) VALUES (1, 'Accueil', 1), (2, 'Piscine', NULL), (3, 'Dojo', NULL)`;
    await db.run`INSERT INTO product (id, code, type, name_fr, name_en, price_minor, tax_class, ledger_code, stock_tracked, details)
      VALUES (1, 'BAIN', 'activity', 'Bain libre', 'Open swim', 1999, 'taxable', 'AQUA', 0, '{}')`;
  });
}

/** An audit event: the smallest fact there is. */
export function auditRow(db: WritableLedger, kind = 'test'): FactRow<'audit_event'> {
  return { kind, staff_id: null, subject: null, detail: '{}', at: db.at };
}

/** Writes `count` commits of one audit event each. */
export async function writeCommits(ledger: Ledger, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await ledger.write((db) => db.insert('audit_event', auditRow(db, `event-${index}`)));
  }
}
