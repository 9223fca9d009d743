import type { WritableLedger } from './ledger.ts';
import type { ReadableLedger } from './sql.ts';

export interface TerminalRow {
  terminalId: number;
  name: string;
  driver: 'standalone' | 'nexo';
  deviceNumber: string;
  active: number;
  /** Host and port of an integrated terminal, and its name `<model>-<serial>`. */
  address: string;
  poiId: string;
  environment: 'live' | 'test';
  saleId: string;
  /** Attempts whose outcome nobody knows yet (settled.md 6). */
  inDoubtCount: number;
  /** What an integrated terminal still has no outcome for, in cents: until then it takes no new money command. */
  waitingMinor: number | null;
}

/** Where an integrated terminal is found. */
export interface Place {
  address: string;
  poiId: string;
  /** The provider's test terminals have certificates of their own. */
  environment: 'live' | 'test';
  /** How this desk calls itself towards it. */
  saleId: string;
}

/** Every terminal, in the order in which they were added. */
export async function readTerminals(db: ReadableLedger): Promise<TerminalRow[]> {
  return await db.all<TerminalRow>`
    SELECT id AS terminalId, name, driver, device_number AS deviceNumber, active, address,
      poi_id AS poiId, environment, sale_id AS saleId,
      (SELECT count(*) FROM attempt WHERE attempt.terminal_id = terminal.id
        AND attempt.state IN ('unknown', 'needs-operator', 'conflict')) AS inDoubtCount,
      (SELECT amount_minor FROM attempt WHERE attempt.terminal_id = terminal.id AND attempt.driver = 'nexo'
        AND attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
        ORDER BY attempt.id LIMIT 1) AS waitingMinor
    FROM terminal ORDER BY id`;
}

export async function insertTerminal(
  db: WritableLedger,
  row: { name: string; deviceNumber: string; integrated: Place | undefined },
): Promise<number> {
  const inserted = await db.get<{ id: number }>`
    INSERT INTO terminal (name, driver, device_number, address, poi_id, environment, sale_id)
    VALUES (${row.name}, ${row.integrated ? 'nexo' : 'standalone'}, ${row.deviceNumber}, ${row.integrated?.address ?? ''},
      ${row.integrated?.poiId ?? ''}, ${row.integrated?.environment ?? 'live'},
      ${row.integrated?.saleId ?? ''})
    RETURNING id`;
  if (!inserted) throw new Error('a terminal row was not inserted');
  return inserted.id;
}

/** Where an integrated terminal is found; undefined for any other. */
export async function readTerminalPlace(db: ReadableLedger, terminalId: number): Promise<Place | undefined> {
  return await db.get<Place>`
    SELECT address, poi_id AS poiId, environment, sale_id AS saleId
    FROM terminal WHERE id = ${terminalId} AND driver = 'nexo'`;
}

/** Finds an integrated terminal at another place from now on. */
export async function placeTerminal(db: WritableLedger, terminalId: number, place: Place): Promise<void> {
  await db.run`UPDATE terminal SET address = ${place.address}, poi_id = ${place.poiId},
    environment = ${place.environment}, sale_id = ${place.saleId} WHERE id = ${terminalId}`;
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

/** Who works a terminal, and the amount of the attempt on it that has no outcome yet, in cents. */
export async function readTerminalUse(
  db: ReadableLedger,
  terminalId: number,
): Promise<{ name: string; driver: TerminalRow['driver']; openAmountMinor: number | null } | undefined> {
  return await db.get`
    SELECT name, driver, (SELECT amount_minor FROM attempt WHERE attempt.terminal_id = terminal.id
      AND attempt.driver = 'nexo' AND attempt.state IN ('prepared', 'sent', 'unknown', 'resolving', 'needs-operator', 'conflict')
      ORDER BY attempt.id LIMIT 1) AS openAmountMinor
    FROM terminal WHERE id = ${terminalId}`;
}
