import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface TerminalRow {
  terminalId: number;
  name: string;
  driver: 'standalone';
  deviceNumber: string;
  active: number;
  /** Attempts whose outcome nobody knows yet (settled.md 6). */
  inDoubtCount: number;
}

/** Every terminal, in the order in which they were added. */
export async function readTerminals(db: ReadableLedger): Promise<TerminalRow[]> {
  return await db.all<TerminalRow>`
    SELECT id AS terminalId, name, driver, device_number AS deviceNumber, active,
      (SELECT count(*) FROM attempt WHERE attempt.terminal_id = terminal.id
        AND attempt.state IN ('unknown', 'needs-operator', 'conflict')) AS inDoubtCount
    FROM terminal ORDER BY id`;
}

export async function insertTerminal(
  db: WritableLedger,
  row: { name: string; deviceNumber: string },
): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO terminal (name, driver, device_number) VALUES (${row.name}, 'standalone', ${row.deviceNumber})
    RETURNING id`;
  if (!inserted) throw new Error('a terminal row was not inserted');
  return inserted.id;
}

/** Returns whether there is such a terminal. */
export async function updateTerminal(
  db: WritableLedger,
  row: { terminalId: number; name: string; deviceNumber: string; active: boolean },
): Promise<boolean> {
  const changes = await db.run`
    UPDATE terminal SET name = ${row.name}, device_number = ${row.deviceNumber}, active = ${row.active ? 1 : 0}
    WHERE id = ${row.terminalId}`;
  return changes === 1;
}
